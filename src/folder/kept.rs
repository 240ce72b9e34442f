//! # Lives that are kept
//!
//! When a run is complete its parts are swept, and every arm leaves one file: its lives, so that more replicates or another
//! arm need not live them again. A file is a mark and then frames; a frame is its length (four bytes, the lowest first), a
//! digest of what follows, and a [`part`] in deflate form. Frames are cut by the size of the organisation alone: the same
//! lives give the same bytes, whoever lived them in whichever pieces.
//!
//! **Why not the tables.** They hold numbers as people read them: series on the days that are recorded only, where falls and
//! returns are measured on every day, and few decimals. Nothing can be made from them to the bit. **Why deflate at its
//! fastest.** Of `repair.toml` compared, 40 worlds by 4 replicates, a life is some 115 kB, mostly the last bits of measures: the
//! fastest deflate leaves 75 %, the usual one 73 % in half as much time again, Zstandard 75 %, sorted by bytes 70 %. That is
//! 98 MB beside 198 MB of results, and some 3 s of 20. **What is
//! trusted.** Nothing whose digests, key and numbers do not all agree: such lives are lived anew.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

use super::part::{self, FORMAT, Header, Refusal};
use crate::ensemble::keep::Piece;
use crate::ensemble::{LifeResult, run, weight};
use crate::scenario::Scenario;
use crate::scenario::disk;

const MARK: &[u8; 8] = b"onfoot\x1al";
const LENGTH: usize = 4;
const DIGEST: usize = 32;
/// Bytes that hold mark, digest and header of a part whose arm and design are keys.
const HEAD: u64 = 1024;

/// Makes the bytes of one arm's file while its lives come by, numbers ascending from 0.
#[derive(Debug)]
pub struct Keeper {
    key: String,
    size: u32,
    from: u32,
    count: u32,
    failed: u32,
    bytes: Vec<u8>,
    kept: Option<Kept>,
    /// The frame that is under way, if it stands in what was kept.
    copied: Option<Vec<u8>>,
}

impl Keeper {
    /// For the arm with this key. Full frames of what was kept of it are copied, which saves making them again.
    pub fn new(key: &str, scenario: &Scenario, kept: Option<Kept>) -> Self {
        let (key, size) = (key.to_owned(), run::largest_piece(scenario));
        Self { key, size, from: 0, count: 0, failed: 0, bytes: Vec::new(), kept, copied: None }
    }

    /// What a file begins with.
    pub fn mark() -> &'static [u8] {
        MARK
    }

    /// Takes the next life; the bytes of a frame when one is full.
    pub fn add(&mut self, lived: &LifeResult) -> Option<Vec<u8>> {
        if self.count == 0 {
            self.copied = self.kept.as_ref().and_then(|kept| kept.frame(self.from, self.from + self.size));
        }
        if self.copied.is_none() {
            part::append(&mut self.bytes, lived);
        }
        self.count += 1;
        self.failed += u32::from(lived.is_err());
        (self.count == self.size).then(|| self.frame())
    }

    /// The bytes of the last frame, if there is one.
    pub fn rest(&mut self) -> Option<Vec<u8>> {
        (self.count > 0).then(|| self.frame())
    }

    fn frame(&mut self) -> Vec<u8> {
        if let Some(copied) = self.copied.take() {
            (self.from, self.count, self.failed) = (self.from + self.count, 0, 0);
            return copied;
        }
        let piece = Piece { arm: self.key.clone(), from: self.from, to: self.from + self.count };
        let header = Header { format: FORMAT, design: self.key.clone(), piece, failed: self.failed };
        let whole = part::encode_lives(&header, self.count as usize, &self.bytes);
        (self.from, self.count, self.failed) = (self.from + self.count, 0, 0);
        self.bytes.clear();
        let mut packed = DeflateEncoder::new(vec![0; LENGTH + DIGEST], Compression::fast());
        packed.write_all(&whole).expect("memory takes everything");
        let mut packed = packed.finish().expect("memory takes everything");
        let length = (packed.len() - LENGTH - DIGEST) as u32;
        packed[..LENGTH].copy_from_slice(&length.to_le_bytes());
        let digest = Sha256::digest(&packed[LENGTH + DIGEST..]);
        packed[LENGTH..LENGTH + DIGEST].copy_from_slice(&digest);
        packed
    }
}

/// The lives of one arm in a file, those that can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    file: PathBuf,
    key: String,
    /// The most bytes that a frame can have, packed or not.
    largest: u64,
    /// By first life and life after the last: where the frame begins, and how many of its lives failed.
    frames: BTreeMap<(u32, u32), (u64, u32)>,
}

impl Kept {
    /// Reads a file and keeps in mind which of the lives below `most` stand in it whole; none of a file that is not there, is no
    /// such file, or belongs to another key.
    ///
    /// # Errors
    /// What the disk says, unless there is no such file.
    pub fn read(file: &Path, key: &str, scenario: &Scenario, most: u32) -> io::Result<Self> {
        let largest = weight::most(scenario).saturating_mul(run::largest_piece(scenario).into());
        let mut kept = Self { file: file.to_owned(), key: key.to_owned(), largest, frames: BTreeMap::new() };
        let mut input = match disk::open(file) {
            Ok(input) => io::BufReader::new(input),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(kept),
            Err(error) => return Err(error),
        };
        let (mut mark, mut at) = ([0; MARK.len()], MARK.len() as u64);
        if !filled(&mut input, &mut mark)? || mark != *MARK {
            return Ok(kept);
        }
        // Frames stand in order, so a hole is where one is damaged; a length that is damaged ends the reading.
        while let Some((length, packed)) = next(&mut input, largest)? {
            if let Some(header) = packed.and_then(|packed| headed(&packed, key))
                && header.piece.to <= most
            {
                kept.frames.insert((header.piece.from, header.piece.to), (at, header.failed));
            }
            at += length;
        }
        Ok(kept)
    }

    /// How many lives it holds.
    pub fn lives(&self) -> u64 {
        self.frames.keys().map(|(from, to)| u64::from(to - from)).sum()
    }

    /// Its pieces as those of an arm, with how many of their lives failed.
    pub(crate) fn pieces(&self, arm: &str) -> impl Iterator<Item = (Piece, u32)> {
        self.frames.iter().map(move |(&(from, to), &(_, failed))| (Piece { arm: arm.to_owned(), from, to }, failed))
    }

    /// All lives below this number in their order; `None` if any is missing or cannot be trusted.
    ///
    /// # Errors
    /// What the disk says.
    pub fn all(&self, arm: &str, lives: u32) -> io::Result<Option<Vec<LifeResult>>> {
        let mut all = Vec::with_capacity(lives as usize);
        for (piece, _) in self.pieces(arm) {
            if piece.from as usize != all.len() {
                return Ok(None);
            }
            match self.part(&piece).transpose()? {
                Some(Ok(part)) => all.extend(part),
                _ => return Ok(None),
            }
        }
        Ok((all.len() == lives as usize).then_some(all))
    }

    /// The bytes of a frame with these lives; `None` if there is none, or none any more.
    fn frame(&self, from: u32, to: u32) -> Option<Vec<u8>> {
        let &(at, _) = self.frames.get(&(from, to))?;
        let mut input = disk::open(&self.file).ok()?;
        io::Seek::seek(&mut input, io::SeekFrom::Start(at)).ok()?;
        let packed = next(&mut input, self.largest).ok()??.1?;
        Some([(packed.len() as u32).to_le_bytes().as_slice(), Sha256::digest(&packed).as_slice(), &packed].concat())
    }

    /// The lives of a piece; `None` if it holds no such piece.
    pub(crate) fn part(&self, piece: &Piece) -> Option<io::Result<Result<Vec<LifeResult>, Refusal>>> {
        let &(at, _) = self.frames.get(&(piece.from, piece.to))?;
        let read = || {
            let mut input = disk::open(&self.file)?;
            io::Seek::seek(&mut input, io::SeekFrom::Start(at))?;
            let Some((_, Some(packed))) = next(&mut input, self.largest)? else { return Ok(Err(Refusal::Damaged)) };
            Ok(unpacked(&packed, &self.key, self.largest).map(|(_, lives)| lives))
        };
        Some(read())
    }
}

/// The next frame: its length with all that belongs to it, and what it holds if the digest agrees. `None` at the end, and at a
/// length that no frame has.
fn next(input: &mut impl Read, largest: u64) -> io::Result<Option<(u64, Option<Vec<u8>>)>> {
    let mut head = [0; LENGTH + DIGEST];
    if !filled(input, &mut head)? {
        return Ok(None);
    }
    let (length, digest) = head.split_at(LENGTH);
    let length = length.iter().rev().fold(0_u64, |sum, &byte| sum << 8 | u64::from(byte));
    if length > largest {
        return Ok(None);
    }
    let mut packed = Vec::new(); // grows with what is there: a damaged length must not ask for memory
    input.take(length).read_to_end(&mut packed)?;
    let whole = packed.len() as u64 == length && Sha256::digest(&packed).as_slice() == digest;
    Ok(Some(((LENGTH + DIGEST) as u64 + length, whole.then_some(packed))))
}

/// Whether there were so many bytes.
fn filled(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match input.read_exact(buffer) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| true),
    }
}

/// The header of a frame whose digest agreed, if it belongs to this key; only its beginning is unpacked.
fn headed(packed: &[u8], key: &str) -> Option<Header> {
    let mut bytes = Vec::new();
    DeflateDecoder::new(packed).take(HEAD).read_to_end(&mut bytes).ok()?;
    let header = part::headed(&bytes)?;
    (header.format == FORMAT && header.design == key && header.piece.arm == key && header.piece.from < header.piece.to).then_some(header)
}

/// Header and lives of a frame, once everything agrees.
fn unpacked(packed: &[u8], key: &str, largest: u64) -> Result<(Header, Vec<LifeResult>), Refusal> {
    // A small frame may claim to hold very much.
    let bytes = disk::whole(DeflateDecoder::new(packed), largest).ok().flatten().ok_or(Refusal::Damaged)?;
    let (header, lives) = part::opened(&bytes, key)?;
    if header.piece.from >= header.piece.to {
        return Err(Refusal::OtherPiece);
    }
    let lives = part::lives(&header, lives)?;
    Ok((header, lives))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::observe::Life;

    fn life(number: u32) -> LifeResult {
        if number == 17 { Err("why".into()) } else { Ok(Life { days: vec![0, number], ..Life::default() }) }
    }

    fn file(key: &str, lives: u32) -> Vec<u8> {
        file_over(key, lives, None)
    }

    fn file_over(key: &str, lives: u32, kept: Option<Kept>) -> Vec<u8> {
        let mut keeper = Keeper::new(key, &Scenario::default(), kept);
        let mut bytes = Keeper::mark().to_vec();
        bytes.extend((0..lives).filter_map(|number| keeper.add(&life(number))).flatten());
        bytes.extend(keeper.rest().into_iter().flatten());
        bytes
    }

    #[test]
    fn lives_read_back_as_they_were() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a");
        fs::write(&path, file("k", 20)).unwrap();
        let kept = Kept::read(&path, "k", &Scenario::default(), 20).unwrap();
        assert_eq!(kept.lives(), 20);
        let pieces: Vec<(Piece, u32)> = kept.pieces("x").collect();
        assert_eq!(pieces.iter().map(|(piece, failed)| (piece.from, piece.to, *failed)).collect::<Vec<_>>(), [(0, 16, 0), (16, 20, 1)]);
        let lives = kept.part(&pieces[1].0).unwrap().unwrap().unwrap();
        assert_eq!((lives[0].clone(), lives[1].clone()), (life(16), life(17)));
        assert!(file_over("k", 40, Some(kept)) == file("k", 40), "what is copied is what would be made");
    }

    #[test]
    fn nothing_is_trusted_that_is_damaged_foreign_or_beyond() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a");
        let held = |bytes: &[u8], key: &str, most| {
            fs::write(&path, bytes).unwrap();
            Kept::read(&path, key, &Scenario::default(), most).unwrap().lives()
        };
        let whole = file("k", 20);
        assert_eq!((held(&whole, "k", 20), held(&whole, "other", 20), held(&whole, "k", 18)), (20, 0, 16));
        for cut in 0..whole.len() {
            assert!(held(&whole[..cut], "k", 20) < 20, "cut at {cut}");
        }
        for flipped in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[flipped] ^= 0x41;
            assert!(held(&bytes, "k", 20) < 20, "flipped at {flipped}");
        }
        assert_eq!(Kept::read(&place.path().join("none"), "k", &Scenario::default(), 20).unwrap().lives(), 0);
    }

    #[test]
    fn a_small_frame_that_unpacks_to_very_much_is_damaged() {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
        (0..64).for_each(|_| packed.write_all(&vec![0; 1_000_000]).unwrap());
        let packed = packed.finish().unwrap();
        assert!(packed.len() < 1_000_000);
        assert_eq!(unpacked(&packed, "k", 10_000_000).unwrap_err(), Refusal::Damaged);
    }
}
