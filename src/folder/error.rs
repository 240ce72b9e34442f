//! # What can go wrong with a folder

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::who::Who;
use crate::scenario::disk::Unfit;
use crate::text::{Language, on_one_line};

/// This program's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What of a finished folder would be lost if it became that of this design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unlike {
    /// Arms that now are lived otherwise.
    Changed,
    /// Arms that are no more.
    Gone,
    /// Arms of which fewer lives are wanted.
    Fewer,
    /// What was found of a hypothesis.
    Hypothesis,
    /// What was lived to grow it to yet another design.
    Growing,
}

impl Unlike {
    /// In a sentence about these names.
    fn say(self, folder: &str, names: &str, language: Language) -> String {
        let said = match self {
            Self::Changed => [
                "`FOLDER` holds replicates that were run with other values: NAMES",
                "`FOLDER` bevat herhalingen die met andere waarden doorgerekend zijn: NAMES",
            ],
            Self::Gone => [
                "`FOLDER` holds arms that are not in this scenario and would be lost: NAMES",
                "`FOLDER` bevat varianten die niet in dit scenario staan en verloren zouden gaan: NAMES",
            ],
            Self::Fewer => [
                "`FOLDER` holds more replicates than are asked for, which would be lost: NAMES",
                "`FOLDER` bevat meer herhalingen dan gevraagd; die zouden verloren gaan: NAMES",
            ],
            Self::Hypothesis => [
                "`FOLDER` holds what was found of a hypothesis that is not in this scenario as it was: NAMES",
                "`FOLDER` bevat wat gevonden is van een hypothese die niet meer zo in dit scenario staat: NAMES",
            ],
            Self::Growing => [
                "`FOLDER` was being grown to another design and was stopped; finish that first",
                "`FOLDER` werd uitgebreid naar een ander ontwerp en is gestopt; rond dat eerst af",
            ],
        };
        let [en, nl] = said;
        let said = if language == Language::Dutch { nl } else { en };
        said.replace("FOLDER", folder).replace("NAMES", names)
    }
}

/// Why results could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderError {
    /// The path is a file, or lies below one.
    NotAFolder {
        /// As typed.
        path: PathBuf,
    },
    /// The folder holds results, complete or not, of another scenario, seed, version or setting.
    OtherDesign {
        /// As typed.
        path: PathBuf,
    },
    /// The folder holds finished results of which something would be lost; anything that is only added would do.
    OtherArm {
        /// As typed.
        path: PathBuf,
        /// The arms, or the hypothesis.
        name: String,
        /// What is the matter with them.
        unlike: Unlike,
    },
    /// Parts of this design are in the folder, but their results are to be written in another way.
    OtherWish {
        /// As typed.
        path: PathBuf,
        /// The command of those that are there.
        command: String,
    },
    /// Parts in the folder are of another version.
    OtherVersion {
        /// As typed.
        path: PathBuf,
        /// Which.
        version: String,
    },
    /// There are neither parts nor results in the folder.
    NoParts {
        /// As typed.
        path: PathBuf,
    },
    /// What says what the parts in the folder belong to cannot be read.
    NoTicket {
        /// As typed.
        path: PathBuf,
        /// Its file.
        file: String,
    },
    /// The folder holds files that onfoot did not write.
    OtherContents {
        /// As typed.
        path: PathBuf,
        /// One of them.
        found: String,
    },
    /// The results are there, but a file of theirs was removed or changed since.
    Altered {
        /// As typed.
        path: PathBuf,
        /// Which.
        file: String,
    },
    /// Another process is at work there.
    InUse {
        /// As typed.
        path: PathBuf,
        /// Which, if it could be read.
        who: Option<Box<Who>>,
    },
    /// What would be written over is read by this very command.
    IsInput {
        /// As typed.
        path: PathBuf,
    },
    /// The folder holds results of another command.
    OtherKind {
        /// As typed.
        path: PathBuf,
    },
    /// The file is there, and onfoot did not write it as what it would write now.
    NotOurs {
        /// As typed.
        path: PathBuf,
    },
    /// The file belongs to finished results.
    PartOf {
        /// As typed.
        path: PathBuf,
        /// The results.
        folder: PathBuf,
    },
    /// A folder is in the place of a file.
    IsFolder {
        /// As typed.
        path: PathBuf,
    },
    /// Nothing may be written there.
    NotWritable {
        /// As typed.
        path: PathBuf,
    },
    /// No room is left.
    DiskFull {
        /// As typed.
        path: PathBuf,
        /// The file that no longer fitted.
        file: String,
    },
    /// Something in the place of a file of results is no regular file, or is too large to be read.
    Unfit {
        /// As typed.
        path: PathBuf,
        /// The file.
        file: String,
        /// What is the matter with it.
        unfit: Unfit,
    },
    /// Anything else that the system says.
    Other {
        /// As typed.
        path: PathBuf,
        /// The file; empty for the folder itself.
        file: String,
        /// The system's own words.
        reason: String,
    },
}

impl FolderError {
    /// What the system's error at a file means.
    pub(crate) fn from_io(path: &Path, file: &str, error: &io::Error) -> Self {
        let (path, file) = (path.to_path_buf(), file.to_owned());
        if let Some(unfit) = Unfit::of(error) {
            return Self::Unfit { path, file, unfit };
        }
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::DiskFull { path, file },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotWritable { path },
            // A folder that cannot be made because a file is in its way, or part of its path is a file.
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists if file.is_empty() => Self::NotAFolder { path },
            _ => Self::Other { path, file, reason: error.to_string() },
        }
    }

    /// The word for it, for scripts.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotAFolder { .. } => "not_a_folder",
            Self::OtherDesign { .. } => "other_design",
            Self::OtherArm { .. } => "other_arm",
            Self::OtherWish { .. } => "other_wish",
            Self::OtherVersion { .. } => "other_version",
            Self::NoParts { .. } => "no_parts",
            Self::NoTicket { .. } => "no_ticket",
            Self::OtherContents { .. } => "other_contents",
            Self::Altered { .. } => "altered",
            Self::InUse { .. } => "in_use",
            Self::IsInput { .. } => "is_input",
            Self::OtherKind { .. } => "other_kind",
            Self::NotOurs { .. } => "not_ours",
            Self::PartOf { .. } => "part_of_results",
            Self::IsFolder { .. } => "is_folder",
            Self::NotWritable { .. } => "not_writable",
            Self::DiskFull { .. } => "disk_full",
            Self::Unfit { .. } => "unfit",
            Self::Other { .. } => "other",
        }
    }

    /// Whether the same command with `--force` would get past it.
    pub const fn yields_to_force(&self) -> bool {
        matches!(self, Self::OtherDesign { .. } | Self::OtherArm { .. } | Self::OtherContents { .. } | Self::Altered { .. })
    }

    /// In a sentence.
    pub fn say(&self, language: Language) -> String {
        let dutch = language == Language::Dutch;
        match self {
            Self::NotAFolder { path } if dutch => format!("`{}` is geen map", path.display()),
            Self::NotAFolder { path } => format!("`{}` is not a folder", path.display()),
            Self::OtherDesign { path } if dutch => {
                format!("`{}` bevat resultaten van een ander scenario, andere instellingen of een andere versie", path.display())
            }
            Self::OtherDesign { path } => {
                format!("`{}` holds results of another scenario, other settings or another version", path.display())
            }
            Self::OtherArm { path, name, unlike } => unlike.say(&path.display().to_string(), name, language),
            Self::OtherWish { path, command } if dutch => format!(
                "`{}` bevat delen van dit scenario waarvan de resultaten anders geschreven worden (formaat, taal, --screen of --live): {command}. Geef dezelfde opties, of een andere map met -o",
                path.display()
            ),
            Self::OtherWish { path, command } => format!(
                "`{}` holds parts of this scenario whose results are to be written in another way (format, language, --screen or --live): {command}. Give the same options, or another folder with -o",
                path.display()
            ),
            Self::OtherVersion { path, version } if dutch => {
                format!(
                    "`{}` bevat delen van onfoot {version}, en dit is {VERSION}: neem overal dezelfde versie, of een andere map met -o",
                    path.display()
                )
            }
            Self::OtherVersion { path, version } => {
                format!(
                    "`{}` holds parts of onfoot {version}, and this is {VERSION}: take the same version everywhere, or another folder with -o",
                    path.display()
                )
            }
            Self::NoParts { path } if dutch => {
                format!(
                    "`{}` bevat geen delen: onfoot run FILE --part K/N -o DIR zet ze er, en onfoot parts FILE zegt hoeveel",
                    path.display()
                )
            }
            Self::NoParts { path } => {
                format!(
                    "`{}` holds no parts: onfoot run FILE --part K/N -o DIR puts them there, and onfoot parts FILE says how many",
                    path.display()
                )
            }
            Self::NoTicket { path, file } if dutch => format!(
                "`{}` is beschadigd. Verwijder het en start een van de delen opnieuw, dat schrijft het nog eens",
                path.join(file).display()
            ),
            Self::NoTicket { path, file } => {
                format!("`{}` is damaged. Remove it and start any of the parts again, which writes it anew", path.join(file).display())
            }
            Self::OtherContents { path, found } if dutch => format!("`{}` bevat al iets anders, zoals `{found}`", path.display()),
            Self::OtherContents { path, found } => format!("`{}` already holds something else, such as `{found}`", path.display()),
            Self::Altered { path, file } if dutch => {
                format!("de resultaten staan al in `{}`, maar `{file}` is sindsdien gewijzigd of verwijderd", path.display())
            }
            Self::Altered { path, file } => {
                format!("the results are already in `{}`, but `{file}` was changed or removed since", path.display())
            }
            Self::InUse { path, who } => in_use(path, who.as_deref(), language),
            Self::IsInput { path } if dutch => {
                format!("`{}` wordt door deze opdracht gelezen en nooit overschreven; geef met -o een andere plaats", path.display())
            }
            Self::IsInput { path } => {
                format!("`{}` is read by this command and never written over; give another place with -o", path.display())
            }
            Self::OtherKind { path } if dutch => {
                format!("`{}` bevat resultaten van een andere opdracht; geef met -o een andere map", path.display())
            }
            Self::OtherKind { path } => format!("`{}` holds results of another command; give another folder with -o", path.display()),
            Self::NotOurs { path } if dutch => {
                format!(
                    "`{}` bestaat al en is niet op deze manier door onfoot geschreven; geef een andere naam, of haal het weg",
                    path.display()
                )
            }
            Self::NotOurs { path } => {
                format!("`{}` is there already and was not written by onfoot in this way; give another name, or remove it", path.display())
            }
            Self::PartOf { path, folder } if dutch => {
                format!("`{}` hoort bij de resultaten in `{}`; geef een andere naam", path.display(), folder.display())
            }
            Self::PartOf { path, folder } => {
                format!("`{}` belongs to the results in `{}`; give another name", path.display(), folder.display())
            }
            Self::IsFolder { path } if dutch => format!("`{}` is een map; geef de naam van een bestand", path.display()),
            Self::IsFolder { path } => format!("`{}` is a folder; give the name of a file", path.display()),
            Self::NotWritable { path } if dutch => format!("in `{}` mag niet geschreven worden", path.display()),
            Self::NotWritable { path } => format!("`{}` may not be written to", path.display()),
            Self::DiskFull { path, file } if dutch => {
                format!("de schijf is vol: `{}` kon niet volledig geschreven worden", at(path, file).display())
            }
            Self::DiskFull { path, file } => format!("the disk is full: `{}` could not be written in full", at(path, file).display()),
            Self::Unfit { path, file, unfit } => {
                let at = at(path, file);
                let said = match unfit {
                    Unfit::NoFile => ["`FILE` is not a regular file", "`FILE` is geen gewoon bestand"],
                    Unfit::TooLarge { .. } => {
                        ["`FILE` is too large to be what it should be", "`FILE` is te groot om te zijn wat het moet zijn"]
                    }
                };
                said[usize::from(dutch)].replace("FILE", &at.display().to_string())
            }
            Self::Other { path, file, reason } if dutch => {
                format!("`{}` kon niet geschreven of gelezen worden: {reason}", at(path, file).display())
            }
            Self::Other { path, file, reason } => {
                format!("`{}` could not be written or read: {reason}", at(path, file).display())
            }
        }
    }
}

/// Who is at work there, and since when.
fn in_use(path: &Path, who: Option<&Who>, language: Language) -> String {
    let path = path.display();
    let who = who.map(|Who { pid, host, since, command }| (pid, on_one_line(host), on_one_line(since), on_one_line(command)));
    match (language, who) {
        (Language::English, Some((pid, host, since, command))) => {
            format!(
                "`{path}` is in use by another onfoot: process {pid} on {host}, since {since}: {command}. Wait for it, or give another folder with -o"
            )
        }
        (Language::English, None) => format!("`{path}` is in use by another onfoot. Wait for it, or give another folder with -o"),
        (Language::Dutch, Some((pid, host, since, command))) => {
            format!(
                "`{path}` is in gebruik door een andere onfoot: proces {pid} op {host}, sinds {since}: {command}. Wacht erop, of geef met -o een andere map"
            )
        }
        (Language::Dutch, None) => format!("`{path}` is in gebruik door een andere onfoot. Wacht erop, of geef met -o een andere map"),
    }
}

/// The file, or the folder itself.
fn at(path: &Path, file: &str) -> PathBuf {
    if file.is_empty() { path.to_path_buf() } else { path.join(file) }
}

impl fmt::Display for FolderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for FolderError {}
