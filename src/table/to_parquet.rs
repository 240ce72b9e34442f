//! # Parquet
//!
//! Flat columns, all nullable, compressed with Snappy. Words are dictionary-coded. The file says in its own metadata what made
//! it and what its columns mean.

use std::io::{Error, ErrorKind};
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::ColumnPath;

use super::cells::Cells;
use super::column::{Kind, Table};
use crate::folder::layout::SERIES;
use crate::folder::manifest::{self, VERSION};
use crate::folder::{Draft, Folder, FolderError};
use crate::random::GENERATOR;

/// Values handed over at once; the copies that this needs stay small.
const CHUNK: usize = 1 << 16;

/// A Parquet file under way.
pub(super) struct ParquetFile {
    name: String,
    folder: Folder,
    out: SerializedFileWriter<Draft>,
}

impl ParquetFile {
    pub(super) fn begin(folder: &Folder, table: &Table, seed: u64) -> Result<Self, FolderError> {
        let name = format!("{}.parquet", table.name);
        let draft = folder.draft(&name)?;
        let schema = parse_message_type(&schema(table)).map(Arc::new);
        let properties = Arc::new(properties(folder, table, seed));
        match schema.and_then(|schema| SerializedFileWriter::new(draft, schema, properties)) {
            Ok(out) => Ok(Self { name, folder: folder.clone(), out }),
            Err(error) => Err(folder.error(&name, &into_io(error))),
        }
    }

    /// Writes the waiting rows as one row group.
    pub(super) fn write(&mut self, columns: &[Cells]) -> Result<(), FolderError> {
        self.write_group(columns).map_err(|error| self.folder.error(&self.name, &into_io(error)))
    }

    fn write_group(&mut self, columns: &[Cells]) -> Result<(), ParquetError> {
        let mut group = self.out.next_row_group()?;
        for cells in columns {
            let Some(mut column) = group.next_column()? else { break };
            write_column(&mut column, cells)?;
            column.close()?;
        }
        group.close().map(|_| ())
    }

    pub(super) fn finish(self) -> Result<Draft, FolderError> {
        let Self { name, folder, out } = self;
        out.into_inner().map_err(|error| folder.error(&name, &into_io(error)))
    }
}

fn write_column(column: &mut SerializedColumnWriter<'_>, cells: &Cells) -> Result<(), ParquetError> {
    match cells {
        Cells::U32(values) => write::<Int32Type>(column, values.iter().map(|v| (*v != u32::MAX).then_some(v.cast_signed()))),
        Cells::U64(values) => write::<Int64Type>(column, values.iter().map(|v| Some(v.cast_signed()))),
        Cells::F64(values) => write::<DoubleType>(column, values.iter().map(|v| (!v.is_nan()).then_some(*v))),
        Cells::Str(words) => {
            let known: Vec<ByteArray> = words.known().iter().map(|word| ByteArray::from(word.as_str())).collect();
            write::<ByteArrayType>(column, words.rows().map(|code| code.map(|code| known[code].clone())))
        }
    }
}

/// Writes values, `None` as null.
fn write<T: DataType>(column: &mut SerializedColumnWriter<'_>, values: impl Iterator<Item = Option<T::T>>) -> Result<(), ParquetError> {
    let (mut present, mut levels) = (Vec::with_capacity(CHUNK), Vec::with_capacity(CHUNK));
    let mut values = values.peekable();
    while values.peek().is_some() {
        present.clear();
        levels.clear();
        for value in values.by_ref().take(CHUNK) {
            levels.push(i16::from(value.is_some()));
            present.extend(value);
        }
        column.typed::<T>().write_batch(&present, Some(&levels), None)?;
    }
    Ok(())
}

fn schema(table: &Table) -> String {
    let field = |kind, name: &str| match kind {
        Kind::U32 => format!("optional int32 {name} (INTEGER(32,false));"),
        Kind::U64 => format!("optional int64 {name} (INTEGER(64,false));"),
        Kind::F64 => format!("optional double {name};"),
        Kind::Str => format!("optional binary {name} (STRING);"),
    };
    let fields: Vec<String> = table.columns.iter().map(|column| field(column.kind, &column.name)).collect();
    format!("message {} {{ {} }}", table.name, fields.join(" "))
}

fn properties(folder: &Folder, table: &Table, seed: u64) -> WriterProperties {
    let pair = |key: &str, value: String| KeyValue::new(key.to_owned(), value);
    let mut pairs = vec![
        pair("onfoot.version", VERSION.to_owned()),
        pair("design.hash", folder.design_hash().to_owned()),
        pair("seed", seed.to_string()),
        pair("rng", GENERATOR.to_owned()),
        pair("columns", table.dictionary().to_string()),
    ];
    let mut properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
    if table.name == SERIES {
        pairs.push(pair("measures", manifest::measures().to_string())); // what is in `value` depends on the row
        // Its values hardly repeat: a dictionary of them would be tried, outgrown and paid for (measured: 5 % more bytes, 15 % more time).
        properties = properties.set_column_dictionary_enabled(ColumnPath::from("value"), false);
    }
    properties.set_key_value_metadata(Some(pairs)).build()
}

/// The system's error inside a Parquet error, so that a full disk is told from the rest.
fn into_io(error: ParquetError) -> Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<Error>() {
            Ok(error) => *error,
            Err(other) => Error::new(ErrorKind::InvalidData, other),
        },
        other => Error::new(ErrorKind::InvalidData, other),
    }
}
