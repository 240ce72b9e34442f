//! # Dialects of CSV
//!
//! A spreadsheet set to Belgium reads a point as a date and a comma as the end of nothing. What it opens at once has semicolons,
//! decimal commas, line ends of Windows and a mark at the start that says UTF-8. Whoever reads a table again sees by that mark how
//! it was written, and gets its numbers back with points.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Error, Write};
use std::path::Path;

use super::column::{Kind, Table};
use super::formula::meant;
use crate::folder::Dialect;
use crate::scenario::disk;

/// The mark at the start of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

impl Dialect {
    /// A writer of rows.
    pub(crate) fn writer<W: Write>(self, mut out: W) -> Result<csv::Writer<W>, Error> {
        let mut builder = csv::WriterBuilder::new();
        if self == Dialect::ExcelBe {
            out.write_all(MARK)?;
            builder.delimiter(b';').terminator(csv::Terminator::CRLF);
        }
        Ok(builder.from_writer(out))
    }

    fn number(self, kind: Kind, text: &str) -> Cow<'_, str> {
        if self == Dialect::ExcelBe && kind == Kind::F64 && text.contains('.') {
            Cow::Owned(text.replace('.', ","))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// The rows of a plain file, heads first, in this dialect; its texts are no formulas already.
    pub(crate) fn translated(self, plain: &str, table: &Table) -> Result<Vec<u8>, Error> {
        if self == Dialect::Plain {
            return Ok(plain.as_bytes().to_vec());
        }
        let mut out = self.writer(Vec::new())?;
        let mut reader = csv::Reader::from_reader(plain.as_bytes());
        let kinds: Vec<Kind> = reader.headers()?.iter().map(|head| table.kind(head)).collect();
        out.write_record(reader.headers()?)?;
        for row in reader.records() {
            let row = row?;
            out.write_record(row.iter().zip(&kinds).map(|(text, kind)| self.number(*kind, text).into_owned()))?;
        }
        out.into_inner().map_err(|error| Error::other(error.to_string()))
    }
}

/// A table that is read again, in whichever dialect it is written.
pub(crate) struct Rows {
    reader: csv::Reader<BufReader<File>>,
    heads: Vec<String>,
    /// The columns whose numbers have a decimal comma.
    commas: Vec<usize>,
    /// The columns of texts, which may have an apostrophe before them.
    texts: Vec<usize>,
}

impl Rows {
    /// Opens a file that holds this table.
    pub(crate) fn open(path: &Path, table: &Table) -> Result<Rows, Error> {
        let mut file = BufReader::new(disk::open(path)?);
        let marked = file.fill_buf()?.starts_with(MARK);
        let mut reader = csv::ReaderBuilder::new().delimiter(if marked { b';' } else { b',' }).from_reader(file);
        let heads: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
        let number = |at: &usize| marked && table.kind(&heads[*at]) == Kind::F64;
        let commas = (0..heads.len()).filter(number).collect();
        let texts = (0..heads.len()).filter(|at| table.kind(&heads[*at]) == Kind::Str).collect();
        Ok(Rows { reader, heads, commas, texts })
    }

    /// The heads.
    pub(crate) fn heads(&self) -> &[String] {
        &self.heads
    }

    /// The place of a column.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.heads.iter().position(|head| head == name)
    }

    /// What gives a row's cell in the column of a name; nothing if there is no such column.
    pub(crate) fn by_name(&self) -> impl for<'r> Fn(&'r csv::StringRecord, &str) -> &'r str + use<> {
        let heads = self.heads.clone();
        move |row, name| heads.iter().position(|head| head == name).and_then(|at| row.get(at)).unwrap_or_default()
    }

    /// The next row as it is written; `false` if there is none.
    pub(crate) fn read(&mut self, row: &mut csv::ByteRecord) -> Result<bool, Error> {
        Ok(self.reader.read_byte_record(row)?)
    }

    /// The cells of a row as a plain table has them.
    pub(crate) fn cells<'r>(&'r self, row: &'r csv::ByteRecord) -> impl Iterator<Item = String> + 'r {
        row.iter().enumerate().map(|(at, cell)| {
            let text = String::from_utf8_lossy(cell);
            match at {
                at if self.commas.contains(&at) => text.replace(',', "."),
                at if self.texts.contains(&at) => meant(&text).to_owned(),
                _ => text.into_owned(),
            }
        })
    }
}

/// One column of a small table in `folder`; nothing if there is none.
pub(crate) fn read_column(folder: &Path, table: &Table, name: &str) -> Option<Vec<String>> {
    let rows = Rows::open(&folder.join(format!("{}.csv", table.name)), table).ok()?;
    let at = rows.place(name)?;
    Some(rows.flatten().map(|row| row.get(at).unwrap_or_default().to_owned()).collect())
}

impl Iterator for Rows {
    type Item = Result<csv::StringRecord, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut row = csv::ByteRecord::new();
        match self.read(&mut row) {
            Ok(true) => Some(Ok(self.cells(&row).collect())),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::column::column;
    use crate::text::text;

    fn table() -> Table {
        let both = text("", "");
        Table { name: "t", columns: vec![column("word", Kind::Str, "-", both), column("number", Kind::F64, "-", both)] }
    }

    #[test]
    fn a_belgian_spreadsheet_has_semicolons_decimal_commas_and_a_mark() {
        let plain = "word,number\n\"a,b\",1.5\nv1.2;x,1e-7\n,\n";
        let bytes = Dialect::ExcelBe.translated(plain, &table()).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}word;number\r\na,b;1,5\r\n\"v1.2;x\";1e-7\r\n;\r\n");
        assert_eq!(Dialect::Plain.translated(plain, &table()).unwrap(), plain.as_bytes());
    }

    #[test]
    fn what_is_read_again_is_the_same_in_both_dialects() {
        let place = tempfile::tempdir().unwrap();
        let plain = "word,number\n\"1,5\",-1.25\n\"a \"\"b\"\"\",\n";
        let read = |dialect: Dialect| -> Vec<Vec<String>> {
            let file = place.path().join("t.csv");
            std::fs::write(&file, dialect.translated(plain, &table()).unwrap()).unwrap();
            let rows = Rows::open(&file, &table()).unwrap();
            assert_eq!(rows.heads(), ["word", "number"]);
            rows.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
        };
        assert_eq!(read(Dialect::Plain), [["1,5", "-1.25"], ["a \"b\"", ""]]);
        assert_eq!(read(Dialect::ExcelBe), read(Dialect::Plain));
    }
}
