//! # What is free
//!
//! On the disk where results land, and in memory: what the system says is available, or what is left of the limit of a group of
//! processes, whichever is less. Where a system does not tell, nothing is said.

use std::path::{Path, PathBuf};

use super::estimate::Estimate;
use crate::scenario::disk;
use crate::table::Format;
use crate::text::Language;
use crate::words::screen::check as words;

/// Bytes that are free, as far as is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// On the disk.
    pub disk: Option<u64>,
    /// In memory.
    pub memory: Option<u64>,
}

impl Room {
    /// For results in this folder, which need not be there yet.
    pub fn at(folder: &Path) -> Self {
        Self { disk: free_on_disk(folder), memory: free_memory(Path::new("/proc"), Path::new("/sys/fs/cgroup")) }
    }

    /// Whether a run fits, as far as is known.
    pub fn fits(self, estimate: &Estimate, format: Format) -> bool {
        self.warnings(estimate, format, "", Language::English).is_empty()
    }

    /// What is said of a run that needs more than there is; nothing where it fits.
    pub fn warnings(self, estimate: &Estimate, format: Format, at: &str, language: Language) -> Vec<String> {
        let (disk, memory) = (estimate.disk.most(format), estimate.memory());
        let short = |needs: f64, free: Option<u64>| free.map(|free| free as f64).filter(|free| needs > *free);
        let of_disk = short(disk, self.disk).map(|free| words::short_of_disk(disk, free, at, language));
        let of_memory = short(memory, self.memory).map(|free| words::short_of_memory(memory, free, estimate.lives_large(), language));
        of_disk.into_iter().chain(of_memory).collect()
    }
}

/// Asked of the nearest folder above that is there.
fn free_on_disk(folder: &Path) -> Option<u64> {
    let folder = std::path::absolute(folder).ok()?;
    folder.ancestors().find(|folder| folder.is_dir()).and_then(|folder| fs4::available_space(folder).ok())
}

fn free_memory(processes: &Path, groups: &Path) -> Option<u64> {
    let available = disk::text(&processes.join("meminfo")).ok().and_then(|text| available(&text));
    let left = disk::text(&processes.join("self/cgroup")).ok().and_then(|text| left_of_limits(&text, groups));
    [available, left].into_iter().flatten().min()
}

/// What `/proc/meminfo` says is available.
fn available(meminfo: &str) -> Option<u64> {
    let row = meminfo.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    row.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()?.checked_mul(1024)
}

/// The least that is left of the limits of the groups in which `/proc/self/cgroup` says that this process is, and of those
/// around them. The files differ between the second version (no controllers named) and the first.
fn left_of_limits(cgroup: &str, root: &Path) -> Option<u64> {
    let left = |line: &str| {
        let mut fields = line.splitn(3, ':').skip(1);
        let (controllers, group) = (fields.next()?, fields.next()?.trim_start_matches('/'));
        let (root, files) = match controllers {
            "" => (root.to_path_buf(), ["memory.max", "memory.current"]),
            _ if controllers.split(',').any(|one| one == "memory") => {
                (root.join("memory"), ["memory.limit_in_bytes", "memory.usage_in_bytes"])
            }
            _ => return None,
        };
        // In a container the group may be named as it is outside, where nothing of that name is to be seen; the root then has it.
        let group = if root.join(group).is_dir() { root.join(group) } else { root.clone() };
        group.ancestors().take_while(|one| one.starts_with(&root)).filter_map(|one| left_of(one, files)).min()
    };
    cgroup.lines().filter_map(left).min()
}

/// What is left of one group's limit. Files that are held in memory for reading again give way.
fn left_of(group: &Path, [limit, used]: [&str; 2]) -> Option<u64> {
    let number = |file: PathBuf| disk::text(&file).ok()?.trim().parse::<u64>().ok();
    let (limit, used) = (number(group.join(limit))?, number(group.join(used))?);
    let stat = disk::text(&group.join("memory.stat")).unwrap_or_default();
    let cached: u64 = stat
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(name, _)| ["inactive_file", "active_file"].contains(name))
        .filter_map(|(_, value)| value.trim().parse::<u64>().ok())
        .sum();
    Some(limit.saturating_sub(used.saturating_sub(cached)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::plan::plan;
    use crate::scenario::Scenario;

    #[test]
    fn the_least_of_what_is_available_and_what_is_left_of_a_limit_is_free() {
        let place = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = place.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let free = || free_memory(&place.path().join("proc"), &place.path().join("groups"));
        assert_eq!(free(), None);
        write("proc/meminfo", "MemTotal:       9000 kB\nMemFree: 1 kB\nMemAvailable:    5000 kB\n");
        assert_eq!(free(), Some(5_120_000));
        write("proc/self/cgroup", "0::/a/b\n");
        write("groups/a/b/memory.max", "max\n");
        write("groups/a/b/memory.current", "1000\n");
        assert_eq!(free(), Some(5_120_000));
        write("groups/a/memory.max", "2000000\n");
        write("groups/a/memory.current", "1500000\n");
        write("groups/a/memory.stat", "anon 7\ninactive_file 300000\nactive_file 100000\n");
        assert_eq!(free(), Some(900_000));
        // the first version, under a name that is not to be seen from inside
        write("proc/self/cgroup", "5:cpu:/x\n4:memory,hugetlb:/docker/x\n");
        write("groups/memory/memory.limit_in_bytes", "800000\n");
        write("groups/memory/memory.usage_in_bytes", "900000\n");
        assert_eq!(free(), Some(0));
    }

    #[test]
    fn a_disk_is_asked_at_the_nearest_folder_that_is_there() {
        let place = tempfile::tempdir().unwrap();
        assert!(free_on_disk(&place.path().join("not/there/yet")).is_some_and(|bytes| bytes > 0));
    }

    #[test]
    fn a_run_that_does_not_fit_is_told_what_it_needs_and_what_is_free() {
        let estimate = Estimate::of(&plan(&Scenario::default()), 2);
        let said = |disk, memory| {
            let room = Room { disk, memory };
            Language::BOTH.map(|language| room.warnings(&estimate, Format::Parquet, "output", language))
        };
        assert!(said(None, None).iter().all(Vec::is_empty));
        assert!(said(Some(u64::MAX), Some(u64::MAX)).iter().all(Vec::is_empty));
        let [english, dutch] = said(Some(1_000_000), Some(2_000_000));
        assert!(english[0].contains("1.0 MB") && english[1].contains("2.0 MB") && english.len() == 2, "{english:?}");
        assert!(dutch[0].contains("1,0 MB") && dutch[1].contains("2,0 MB") && dutch.len() == 2, "{dutch:?}");
    }
}
