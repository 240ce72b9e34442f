//! # A part
//!
//! A range of the lives of one arm, as bytes: a mark, a digest of what follows, the header, the lives. A part
//! tells by itself whether it is whole and whether it belongs to this design.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::ensemble::LifeResult;
use crate::ensemble::keep::Piece;

/// Changes whenever the bytes of a part or of a [`crate::observe::Life`] change their meaning.
pub const FORMAT: u32 = 3;

const MARK: &[u8; 8] = b"onfoot\x1ap";
const DIGEST: usize = 32;

/// What a part says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// [`FORMAT`] when it was written.
    pub format: u32,
    /// The design that it belongs to.
    pub design: String,
    /// The lives that it holds.
    pub piece: Piece,
    /// How many of its lives failed.
    pub failed: u32,
}

/// Why bytes are not a part of this design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not a part, cut short or altered.
    Damaged,
    /// Written by a version with another format.
    OtherFormat,
    /// A part of another design.
    OtherDesign,
    /// Its name and its contents disagree.
    OtherPiece,
}

/// The bytes of a part.
pub(crate) fn encode(header: &Header, lives: &[LifeResult]) -> Vec<u8> {
    let mut bytes = Vec::new();
    lives.iter().for_each(|life| append(&mut bytes, life));
    encode_lives(header, lives.len(), &bytes)
}

/// Appends the bytes of a life.
pub(crate) fn append(bytes: &mut Vec<u8>, life: &LifeResult) {
    *bytes = postcard::to_extend(life, std::mem::take(bytes)).expect("a life has only plain fields");
}

/// The bytes of a part whose lives are bytes already, one after another.
pub(crate) fn encode_lives(header: &Header, count: usize, lives: &[u8]) -> Vec<u8> {
    let mut bytes = [MARK.as_slice(), &[0; DIGEST]].concat();
    bytes = postcard::to_extend(header, bytes).expect("a header has only plain fields");
    bytes = postcard::to_extend(&count, bytes).expect("a number"); // as a row of lives begins
    bytes.extend_from_slice(lives);
    let digest = Sha256::digest(&bytes[MARK.len() + DIGEST..]);
    bytes[MARK.len()..MARK.len() + DIGEST].copy_from_slice(&digest);
    bytes
}

/// The header of a part of which only the beginning may be there.
pub(crate) fn headed(bytes: &[u8]) -> Option<Header> {
    let body = bytes.strip_prefix(MARK)?.get(DIGEST..)?;
    postcard::take_from_bytes::<Header>(body).ok().map(|(header, _)| header)
}

/// The header of a part and the bytes of its lives, once mark, digest, design and piece agree.
pub(crate) fn open<'b>(bytes: &'b [u8], design: &str, piece: &Piece) -> Result<(Header, &'b [u8]), Refusal> {
    let (header, lives) = opened(bytes, design)?;
    if header.piece == *piece { Ok((header, lives)) } else { Err(Refusal::OtherPiece) }
}

/// The same for whichever piece it holds.
pub(crate) fn opened<'b>(bytes: &'b [u8], design: &str) -> Result<(Header, &'b [u8]), Refusal> {
    let rest = bytes.strip_prefix(MARK).ok_or(Refusal::Damaged)?;
    let (digest, body) = rest.split_at_checked(DIGEST).ok_or(Refusal::Damaged)?;
    if Sha256::digest(body).as_slice() != digest {
        return Err(Refusal::Damaged);
    }
    // The format comes first, so that it can be read whatever follows.
    let (format, _) = postcard::take_from_bytes::<u32>(body).map_err(|_| Refusal::Damaged)?;
    if format != FORMAT {
        return Err(Refusal::OtherFormat);
    }
    let (header, lives) = postcard::take_from_bytes::<Header>(body).map_err(|_| Refusal::Damaged)?;
    if header.design == design { Ok((header, lives)) } else { Err(Refusal::OtherDesign) }
}

/// The lives of a part that was opened.
pub(crate) fn lives(header: &Header, bytes: &[u8]) -> Result<Vec<LifeResult>, Refusal> {
    let lives: Vec<LifeResult> = postcard::from_bytes(bytes).map_err(|_| Refusal::Damaged)?;
    let whole = lives.len() == (header.piece.to - header.piece.from) as usize;
    if whole { Ok(lives) } else { Err(Refusal::Damaged) }
}

/// The rows of a part that was opened, of a sweep: so many units as its piece says.
pub(crate) fn rows<T: serde::de::DeserializeOwned>(header: &Header, bytes: &[u8]) -> Result<Vec<T>, Refusal> {
    let rows: Vec<T> = postcard::from_bytes(bytes).map_err(|_| Refusal::Damaged)?;
    if rows.len() == (header.piece.to - header.piece.from) as usize { Ok(rows) } else { Err(Refusal::Damaged) }
}

/// The bytes of a part of rows.
pub(crate) fn encode_rows<T: Serialize>(header: &Header, rows: &[T]) -> Vec<u8> {
    let append = |bytes: Vec<u8>, row: &T| postcard::to_extend(row, bytes).expect("a row has only plain fields");
    encode_lives(header, rows.len(), &rows.iter().fold(Vec::new(), append))
}

/// Whether two lives are the same to the bit; missing values equal each other here.
pub(crate) fn same(one: &LifeResult, other: &LifeResult) -> bool {
    let bytes = |life: &LifeResult| postcard::to_stdvec(life).expect("a life has only plain fields");
    bytes(one) == bytes(other)
}

/// The name of a part's file: readable, safe on every file system, and distinct for distinct arms.
pub(crate) fn file_name(piece: &Piece) -> String {
    format!("{}{:07}-{:07}.part", prefix(&piece.arm), piece.from, piece.to)
}

/// The piece that a file name of this arm stands for; `None` if it is no part of this arm.
pub(crate) fn named(arm: &str, name: &str) -> Option<Piece> {
    let (from, to) = name.strip_prefix(&prefix(arm))?.strip_suffix(".part")?.split_once('-')?;
    let piece = Piece { arm: arm.to_owned(), from: from.parse().ok()?, to: to.parse().ok()? };
    (piece.from < piece.to && file_name(&piece) == name).then_some(piece)
}

/// Names may hold any sign and differ in case only, so a digest of the name stands beside what can be shown of it.
fn prefix(arm: &str) -> String {
    let shown: String = arm.chars().take(40).map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let digest = Sha256::digest(arm.as_bytes());
    format!("{shown}-{:02x}{:02x}{:02x}{:02x}-", digest[0], digest[1], digest[2], digest[3])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::live::live;
    use crate::ensemble::plan::plan;
    use crate::ensemble::weight::{self, Weight};
    use crate::observe::Life;
    use crate::scenario::{Cadence, Scenario};

    fn piece() -> Piece {
        Piece { arm: "twin:early".into(), from: 16, to: 18 }
    }

    fn bytes(format: u32) -> Vec<u8> {
        let header = Header { format, design: "d1".into(), piece: piece(), failed: 1 };
        encode(&header, &[Ok(Life { days: vec![0, 5], ..Life::default() }), Err("why".into())])
    }

    #[test]
    fn a_part_reads_back_as_it_was_written() {
        let bytes = bytes(FORMAT);
        let (header, rest) = open(&bytes, "d1", &piece()).unwrap();
        let read = lives(&header, rest).unwrap();
        assert_eq!(read[0].as_ref().unwrap().days, [0, 5]);
        assert_eq!(read[1], Err("why".into()));
    }

    #[test]
    fn foreign_and_damaged_parts_are_told_apart() {
        let whole = bytes(FORMAT);
        assert_eq!(open(&whole, "d2", &piece()), Err(Refusal::OtherDesign));
        assert_eq!(open(&whole, "d1", &Piece { from: 0, ..piece() }), Err(Refusal::OtherPiece));
        assert_eq!(open(&bytes(FORMAT + 1), "d1", &piece()), Err(Refusal::OtherFormat));
        for cut in 0..whole.len() {
            assert_eq!(open(&whole[..cut], "d1", &piece()), Err(Refusal::Damaged), "cut at {cut}");
        }
        for flipped in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[flipped] ^= 1;
            assert_eq!(open(&bytes, "d1", &piece()), Err(Refusal::Damaged), "flipped at {flipped}");
        }
    }

    #[test]
    fn file_names_tell_the_piece_and_keep_arms_apart() {
        assert_eq!(named("twin:early", &file_name(&piece())), Some(piece()));
        assert_eq!(named("twin-early", &file_name(&piece())), None);
        assert_eq!(named("Twin:early", &file_name(&piece())), None);
        assert_eq!(named("twin:early", ".tmp-x"), None);
    }

    #[test]
    fn a_life_weighs_what_is_said_of_it_and_never_more_than_the_most() {
        let mut scenario = Scenario::default();
        (scenario.run.length, scenario.run.surveys) = (60, vec![20, 60]);
        scenario.organisation.teams = 5;
        for (record, ledger, pairs) in [(Cadence::Weekly, false, false), (Cadence::Daily, true, false), (Cadence::Monthly, false, true)] {
            (scenario.run.record, scenario.run.ledger, scenario.run.sociometric) = (record, ledger, pairs);
            let plan = plan(&scenario).swap_remove(0);
            let life = live(&plan.scenario, 0);
            let mut bytes = Vec::new();
            let (said, most) = (Weight::of(&scenario), weight::most(&scenario));
            assert!((said.teams - 4.0 * life.team_values.len() as f64).abs() < 1.0, "{said:?}");
            assert!((said.ledger - 4.0 * life.ledger.len() as f64).abs() < 1.0, "{said:?}");
            append(&mut bytes, &Ok(life));
            let ratio = bytes.len() as f64 / said.sum();
            assert!((0.67..1.5).contains(&ratio) && (bytes.len() as u64) < most, "{ratio} {said:?}");
        }
    }
}
