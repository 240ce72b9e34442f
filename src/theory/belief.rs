//! # Belief

crate::theory::parameters! {
    /// Parameters of belief.
    Belief {
        asymmetry_competence: 0.8 in 0.5 .. 1.2, "ratio", Related, "Skowronski & Carlston 1987", "How much heavier a bad act weighs than a good one for competence.", "Hoeveel zwaarder een slechte dan een goede gedraging weegt voor bekwaamheid.";
    }
}
