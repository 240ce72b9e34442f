//! # Processor
//!
//! One program for every processor: the loops over lanes exist once for each instruction set, and the widest that the
//! machine has is chosen when it runs. They add, multiply, divide and compare in the same order whatever the width, so the
//! numbers are the same to the bit.

use pulp::{Arch, Simd, WithSimd};

/// A loop over lanes. Mark `run`, and what it calls, `#[inline(always)]`, or it stays as narrow as the oldest processor.
pub trait Kernel {
    /// Does the work.
    fn run(self);
}

/// The instruction set that loops over lanes use.
#[derive(Clone, Copy, Debug)]
pub struct Processor(Arch);

impl Processor {
    /// The widest that this machine has.
    pub fn widest() -> Self {
        Self(Arch::new())
    }

    /// All that this machine has, by name, the narrowest first.
    pub fn all() -> Vec<(&'static str, Self)> {
        let baseline = ("baseline", Self(Arch::Scalar));
        #[cfg(target_arch = "x86_64")]
        let wider = [
            pulp::x86::V3::try_new().map(|set| ("AVX2", Self(Arch::V3(set)))),
            pulp::x86::V4::try_new().map(|set| ("AVX-512", Self(Arch::V4(set)))),
        ];
        #[cfg(not(target_arch = "x86_64"))]
        let wider = [None];
        std::iter::once(baseline).chain(wider.into_iter().flatten()).collect()
    }

    /// Runs a kernel.
    #[inline]
    pub fn run(self, kernel: impl Kernel) {
        self.0.dispatch(Op(kernel));
    }
}

struct Op<K>(K);

impl<K: Kernel> WithSimd for Op<K> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.0.run();
    }
}
