//! # Rows that were written
//!
//! The rows of some lives out of the tables of a finished folder, as texts, whichever form the tables have.

use std::collections::BTreeSet;
use std::io::{Error, ErrorKind};
use std::path::Path;

use parquet::basic::Type;
use parquet::column::reader::ColumnReader;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};

use super::all;
use super::column::Table;
use super::dialect::Rows;
use super::formula::meant;
use super::number::append_f64;
use super::sweep::sweep_table;
use crate::ensemble::world::Turn;
use crate::folder::FolderError;
use crate::scenario::{Sweep, disk};

/// Where the columns of arm, replicate and world stand in every large table.
const KEY: [usize; 3] = [0, 1, 2];

/// The head and the rows of these lives of an arm in the table `name`; `None` if there is no such table.
///
/// # Errors
/// What the disk says, or that the file is not what it should be.
pub fn rows_of(folder: &Path, name: &str, arm: &str, turn: Turn) -> Result<Option<Vec<Vec<String>>>, FolderError> {
    wanted_rows(folder, name, arm, Some(turn))
}

/// The same of all lives of an arm.
///
/// # Errors
/// What the disk says, or that the file is not what it should be.
pub fn rows_of_arm(folder: &Path, name: &str, arm: &str) -> Result<Option<Vec<Vec<String>>>, FolderError> {
    wanted_rows(folder, name, arm, None)
}

/// The head and the rows of these lives of points of a sweep, in the order of the file; `None` if there is no such table.
///
/// # Errors
/// What the disk says, or that the file is not what it should be.
pub fn rows_of_points(folder: &Path, sweep: &Sweep, lives: &BTreeSet<(u32, Turn)>) -> Result<Option<Vec<Vec<String>>>, FolderError> {
    let table = sweep_table(Some(sweep)).table;
    let is_wanted = |[point, replicate, world]: [&str; 3]| {
        let number = |cell: &str| cell.parse().unwrap_or(u32::MAX);
        lives.contains(&(number(point), Turn { replicate: number(replicate), world: number(world) }))
    };
    picked_rows(folder, &table, None, &is_wanted)
}

fn wanted_rows(folder: &Path, name: &str, arm: &str, turn: Option<Turn>) -> Result<Option<Vec<Vec<String>>>, FolderError> {
    let Some(table) = all().into_iter().find(|table| table.name == name) else { return Ok(None) };
    let is_wanted = |[own, replicate, world]: [&str; 3]| {
        own == arm && turn.is_none_or(|turn| replicate.parse() == Ok(turn.replicate) && world.parse() == Ok(turn.world))
    };
    picked_rows(folder, &table, Some(arm), &is_wanted)
}

/// Whether the row with these first three cells is wanted.
type IsWanted<'f> = dyn Fn([&str; 3]) -> bool + 'f;

/// The head and the wanted rows of a table. Where groups of rows each hold one arm, others than those of `arm` are passed over.
fn picked_rows(folder: &Path, table: &Table, arm: Option<&str>, is_wanted: &IsWanted<'_>) -> Result<Option<Vec<Vec<String>>>, FolderError> {
    let [csv, parquet] = ["csv", "parquet"].map(|end| format!("{}.{end}", table.name));
    if folder.join(&csv).is_file() {
        return from_csv(&folder.join(&csv), table, is_wanted).map(Some).map_err(|error| FolderError::from_io(folder, &csv, &error));
    }
    if folder.join(&parquet).is_file() {
        let bad = |error: ParquetError| FolderError::from_io(folder, &parquet, &Error::new(ErrorKind::InvalidData, error));
        return from_parquet(&folder.join(&parquet), arm, is_wanted).map(Some).map_err(bad);
    }
    Ok(None)
}

fn from_csv(path: &Path, table: &Table, is_wanted: &IsWanted<'_>) -> Result<Vec<Vec<String>>, Error> {
    let mut reader = Rows::open(path, table)?;
    let mut rows = vec![reader.heads().to_vec()];
    let mut row = csv::ByteRecord::new();
    while reader.read(&mut row)? {
        let key = KEY.map(|at| row.get(at).and_then(|cell| std::str::from_utf8(cell).ok()).map(meant).unwrap_or_default());
        if is_wanted(key) {
            rows.push(reader.cells(&row).collect());
        }
    }
    Ok(rows)
}

fn from_parquet(path: &Path, arm: Option<&str>, is_wanted: &IsWanted<'_>) -> Result<Vec<Vec<String>>, ParquetError> {
    let reader = SerializedFileReader::new(disk::open(path)?)?;
    let schema = reader.metadata().file_metadata().schema_descr_ptr();
    let mut rows: Vec<Vec<String>> = vec![schema.columns().iter().map(|column| column.name().to_owned()).collect()];
    for group in 0..reader.num_row_groups() {
        let group = reader.get_row_group(group)?;
        if let Some(arm) = arm
            && texts(&*group, KEY[0], Some(&[0]))?.first().is_none_or(|own| own != arm)
        {
            continue;
        }
        let mut keys = Vec::with_capacity(KEY.len());
        for column in KEY {
            keys.push(texts(&*group, column, None)?);
        }
        let wanted: Vec<usize> = (0..keys[0].len()).filter(|row| is_wanted(KEY.map(|column| keys[column][*row].as_str()))).collect();
        if wanted.is_empty() {
            continue;
        }
        let columns = (0..schema.num_columns()).map(|column| texts(&*group, column, Some(&wanted))).collect::<Result<Vec<_>, _>>()?;
        rows.extend((0..wanted.len()).map(|row| columns.iter().map(|column| column[row].clone()).collect()));
    }
    Ok(rows)
}

/// A column of a group as texts, nothing for what is missing; of these rows, ascending, or of all.
fn texts(group: &dyn RowGroupReader, column: usize, rows: Option<&[usize]>) -> Result<Vec<String>, ParquetError> {
    let count = rows.map_or(group.metadata().num_rows() as usize, |rows| rows.last().map_or(0, |last| last + 1));
    let all: Vec<usize> = if rows.is_none() { (0..count).collect() } else { Vec::new() };
    let picked = rows.unwrap_or(&all);
    let mut levels = Vec::with_capacity(count);
    macro_rules! read {
        ($reader:ident, $text:expr) => {{
            let mut values = Vec::with_capacity(count);
            while levels.len() < count {
                let (records, _, _) = $reader.read_records(count - levels.len(), Some(&mut levels), None, &mut values)?;
                if records == 0 {
                    break;
                }
            }
            pick(&levels, picked, |at| $text(&values[at]))
        }};
    }
    Ok(match group.get_column_reader(column)? {
        ColumnReader::Int32ColumnReader(mut reader) => read!(reader, |value: &i32| value.cast_unsigned().to_string()),
        ColumnReader::Int64ColumnReader(mut reader) => read!(reader, |value: &i64| value.cast_unsigned().to_string()),
        ColumnReader::DoubleColumnReader(mut reader) => read!(reader, |value: &f64| {
            let mut text = Vec::new();
            append_f64(&mut text, *value);
            String::from_utf8(text).unwrap_or_default()
        }),
        ColumnReader::ByteArrayColumnReader(mut reader) => {
            read!(reader, |value: &parquet::data_type::ByteArray| String::from_utf8_lossy(value.data()).into_owned())
        }
        _ => return Err(ParquetError::General(format!("column {column} is of no {:?} known here", Type::BYTE_ARRAY))),
    })
}

/// The texts of the picked rows, of which only those with level 1 have a value.
fn pick(levels: &[i16], picked: &[usize], text: impl Fn(usize) -> String) -> Vec<String> {
    let mut wanted = picked.iter().peekable();
    let (mut found, mut value) = (Vec::with_capacity(picked.len()), 0);
    for (row, level) in levels.iter().enumerate() {
        if wanted.next_if_eq(&&row).is_some() {
            found.push(if *level > 0 { text(value) } else { String::new() });
        }
        value += usize::from(*level > 0);
    }
    found
}
