//! # A run on a cluster
//!
//! What a scheduler is given, as text, and what is read of its answers. Nothing about the results depends on it: every task lives one part
//! ([`super::parts`]) into a folder that all share, and what is in that folder is the truth, whatever a scheduler says.

use std::path::Path;

use crate::text::{shell_word as quoted, shown_path as shown};

/// The largest array of sites that do not say otherwise: one more than the largest number of a task.
pub const USUAL_ARRAY: u32 = 1001;

/// What the scripts of a Slurm array say.
#[derive(Clone, Debug)]
pub struct Slurm<'a> {
    /// The program, as a path.
    pub program: &'a str,
    /// The words of the run.
    pub run: &'a [String],
    /// The name of the run.
    pub name: &'a str,
    /// The fingerprint of its design.
    pub design: &'a str,
    /// The folder of the parts, as it was typed.
    pub folder: &'a Path,
    /// The same from the root.
    pub root: &'a Path,
    /// Where paths begin.
    pub here: &'a Path,
    /// Into how many parts it is cut.
    pub parts: u32,
    /// Cores, memory and time of a task, and what the merge takes of them, as Slurm writes them.
    pub cpus: u32,
    /// Memory of a task and of the merge.
    pub memory: [&'a str; 2],
    /// Time of a task and of the merge.
    pub time: [&'a str; 2],
    /// The partition.
    pub partition: Option<&'a str>,
    /// The account.
    pub account: Option<&'a str>,
    /// The command that does all this again for what is then missing.
    pub again: &'a str,
}

/// Before the command that repairs, in the script of an array.
const AGAIN: &str = "# What is missing when it has ended is sent again by: ";

/// The name of the jobs of a design, and of the one that merges.
pub fn job_names(design: &str) -> [String; 2] {
    let short: String = design.chars().take(8).collect();
    [format!("onfoot-{short}"), format!("onfoot-{short}-merge")]
}

impl Slurm<'_> {
    /// The script of the array that runs these parts.
    pub fn array(&self, missing: &[u32]) -> String {
        let what = format!("{AGAIN}{}", self.again);
        let list = array_list(missing);
        let head = self.head(&job_names(self.design)[0], 0, "%a.txt", &format!("#SBATCH --array={list}\n"), &what);
        let run: Vec<String> = self.run.iter().map(|word| quoted(word)).collect();
        let (program, run, folder) = (quoted(self.program), run.join(" "), quoted(&shown(self.folder)));
        format!("{head}exec {program} {run} --part env/{} -o {folder} --threads \"$SLURM_CPUS_PER_TASK\"\n", self.parts)
    }

    /// The script of the job that merges them.
    pub fn merge(&self) -> String {
        let head = self.head(&job_names(self.design)[1], 1, "merge.txt", "", "# It names what is missing, and then writes nothing.");
        let (program, folder) = (quoted(self.program), quoted(&shown(self.folder)));
        format!("{head}exec {program} merge {folder} --threads \"$SLURM_CPUS_PER_TASK\"\n")
    }

    fn head(&self, job: &str, which: usize, log: &str, more: &str, what: &str) -> String {
        let short: String = self.design.chars().take(8).collect();
        // in the name of a log, % stands for something else
        let log = quoted(&format!("{}/{log}", shown(&log_folder(self.root)).replace('%', "%%")));
        let mut page = format!("#!/bin/bash\n# {}, design {short}, in {} parts. Written by onfoot.\n{what}\n", self.name, self.parts);
        page += &format!("#SBATCH --job-name={job}\n{more}#SBATCH --cpus-per-task={}\n", self.cpus);
        page += &format!("#SBATCH --mem={}\n#SBATCH --time={}\n", quoted(self.memory[which]), quoted(self.time[which]));
        page += "#SBATCH --requeue\n#SBATCH --open-mode=append\n#SBATCH --signal=B:TERM@60\n";
        page += &format!("#SBATCH --chdir={}\n#SBATCH --output={log}\n", quoted(&shown(self.here)));
        for (option, value) in [("partition", self.partition), ("account", self.account)] {
            page += &value.map_or_else(String::new, |value| format!("#SBATCH --{option}={}\n", quoted(value)));
        }
        page
    }
}

/// Where the scripts and the logs of a folder are.
pub fn log_folder(folder: &Path) -> std::path::PathBuf {
    folder.join(crate::folder::layout::CLUSTER).join("log")
}

/// The command that repairs, from the script of an array.
pub fn again_in(script: &str) -> Option<&str> {
    script.lines().find_map(|line| line.strip_prefix(AGAIN))
}

/// Numbers as Slurm lists them: `3,7-9`.
pub fn array_list(numbers: &[u32]) -> String {
    let mut ranges: Vec<[u32; 2]> = Vec::new();
    for &number in numbers {
        match ranges.last_mut().filter(|range| range[1] + 1 == number) {
            Some(range) => range[1] = number,
            None => ranges.push([number, number]),
        }
    }
    let said = |[from, to]: &[u32; 2]| if from == to { from.to_string() } else { format!("{from}-{to}") };
    ranges.iter().map(said).collect::<Vec<_>>().join(",")
}

/// Seconds as Slurm writes a limit.
pub fn time_limit(seconds: f64) -> String {
    let minutes = (seconds / 60.0).ceil().clamp(1.0, 525_600.0) as u64;
    format!("{:02}:{:02}:00", minutes / 60, minutes % 60)
}

/// Bytes as Slurm writes them.
pub fn memory_limit(bytes: f64) -> String {
    format!("{}M", (bytes / 1_048_576.0).ceil().max(1.0) as u64)
}

/// The largest array of a site, from its configuration.
pub fn largest_array(configuration: &str) -> Option<u32> {
    let line = configuration.lines().find(|line| line.trim_start().starts_with("MaxArraySize"))?;
    line.split('=').nth(1)?.trim().parse().ok()
}

/// What is asked of the queue of one's own jobs, so that [`queued`] can read it.
pub const QUEUE: [&str; 6] = ["squeue", "--me", "-h", "-r", "-o", "%i|%K|%T|%j|%r|%o"];

/// A task, or the merge, in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// What Slurm calls it.
    pub id: String,
    /// The number of its part; nothing for the merge.
    pub part: Option<u32>,
    /// `RUNNING`, `PENDING` and so on.
    pub state: String,
    /// Why it waits.
    pub reason: String,
}

impl Queued {
    /// Whether it runs, or is about to end.
    pub fn runs(&self) -> bool {
        ["RUNNING", "COMPLETING"].contains(&self.state.as_str())
    }

    /// Whether it waits for somebody to let it go.
    pub fn is_held(&self) -> bool {
        self.state == "PENDING" && self.reason.to_lowercase().contains("held")
    }
}

/// The jobs of a design in this folder, from the answer to [`QUEUE`].
pub fn queued(answer: &str, design: &str, folder: &Path) -> Vec<Queued> {
    let names = job_names(design);
    let script = shown(&folder.join(crate::folder::layout::CLUSTER));
    let job = |line: &str| {
        let fields: Vec<&str> = line.splitn(6, '|').collect();
        let [id, number, state, name, reason, command] = fields[..] else { return None };
        // two folders may hold parts of the same design
        let ours = names.iter().any(|own| own == name) && command.starts_with(&script);
        let part = if name == names[0] { number.trim().parse().ok() } else { None };
        ours.then(|| Queued { id: id.trim().to_owned(), part, state: state.to_owned(), reason: reason.to_owned() })
    };
    answer.lines().filter_map(job).collect()
}

/// What a template for another engine says.
#[derive(Clone, Debug)]
pub struct Template<'a> {
    /// The words of the run.
    pub run: &'a [String],
    /// The name of the run.
    pub name: &'a str,
    /// The fingerprint of its design.
    pub design: &'a str,
    /// The folder of the parts.
    pub folder: &'a Path,
    /// Into how many parts it is cut.
    pub parts: u32,
    /// Cores of a task.
    pub cpus: u32,
    /// Memory of a task and of the merge in megabytes.
    pub memory: [u64; 2],
}

impl Template<'_> {
    /// GNU parallel.
    pub fn parallel(&self) -> String {
        let line = self.line("{}");
        format!(
            "#!/bin/bash\n# {}: {} parts, one after another on this machine; with --sshloginfile HOSTS on several that share the folder.\n\
             # Start it again after a failure: what is there is not run again.\n\
             seq {} | parallel --jobs 1 --retries 3 --workdir . {}\nonfoot merge {}\n",
            self.name,
            self.parts,
            self.parts,
            quoted(&line),
            self.folder()
        )
    }

    /// Snakemake.
    pub fn snakemake(&self) -> String {
        let twice = |text: String| text.replace('{', "{{").replace('}', "}}");
        let line = twice(self.line("@")).replace("--part @/", "--part {wildcards.part}/");
        let folder = twice(shown(self.folder));
        format!(
            "# {}: {} parts. snakemake --snakefile THIS --cores all, with an executor where there is a cluster.\n\
             rule merged:\n    input: expand({:?}, part=range(1, {} + 1))\n    output: touch({:?})\n    threads: {}\n    shell: {:?}\n\n\
             rule part:\n    output: touch({:?})\n    threads: {}\n    resources: mem_mb={}\n    retries: 3\n    shell: {:?}\n",
            self.name,
            self.parts,
            format!("{folder}.parts/{{part}}"),
            self.parts,
            format!("{folder}.parts/merged"),
            self.cpus,
            format!("onfoot merge {} --threads {{threads}}", twice(self.folder())),
            format!("{folder}.parts/{{part}}"),
            self.cpus,
            self.memory[0],
            format!("{line} --threads {{threads}}"),
        )
    }

    /// An indexed job of Kubernetes, and the job that merges.
    pub fn kubernetes(&self) -> String {
        let [job, merge] = job_names(self.design);
        let words = |words: Vec<String>| serde_json::Value::from(words).to_string();
        let container = |command: String, memory: u64| {
            format!(
                "      restartPolicy: Never\n      containers:\n        - name: onfoot\n          image: YOUR/onfoot:{}\n          \
                 workingDir: /data\n          command: {command}\n          resources: {{requests: {{cpu: \"{}\", memory: {memory}Mi}}}}\n          \
                 volumeMounts: [{{name: data, mountPath: /data}}]\n      \
                 volumes: [{{name: data, persistentVolumeClaim: {{claimName: onfoot}}}}]\n",
                crate::folder::manifest::VERSION,
                self.cpus,
            )
        };
        let merging = vec!["onfoot".to_owned(), "merge".to_owned(), shown(self.folder)];
        format!(
            "# {}: {} parts. The claim `onfoot` is a volume that all nodes write (ReadWriteMany), with the scenario in it.\n\
             # kubectl apply -f THIS; the merge waits for the parts: it tries again until none is missing.\n\
             apiVersion: batch/v1\nkind: Job\nmetadata: {{name: {job}}}\nspec:\n  completionMode: Indexed\n  completions: {}\n  \
             parallelism: {}\n  backoffLimitPerIndex: 3\n  maxFailedIndexes: {}\n  podFailurePolicy:\n    rules:\n      \
             - {{action: Ignore, onPodConditions: [{{type: DisruptionTarget, status: \"True\"}}]}}\n      \
             - {{action: FailIndex, onExitCodes: {{containerName: onfoot, operator: In, values: [2]}}}}\n  template:\n    spec:\n{}\
             ---\napiVersion: batch/v1\nkind: Job\nmetadata: {{name: {merge}}}\nspec:\n  backoffLimit: 100\n  template:\n    spec:\n{}",
            self.name,
            self.parts,
            self.parts,
            self.parts.min(200),
            self.parts,
            container(words(self.words("env")), self.memory[0]),
            container(words(merging), self.memory[1]),
        )
    }

    /// An array of AWS Batch, and the job that merges.
    pub fn aws_batch(&self) -> String {
        let [job, merge] = job_names(self.design);
        let command = |words: Vec<String>| quoted(&serde_json::json!({ "command": words }).to_string());
        let retry =
            quoted(r#"{"attempts": 5, "evaluateOnExit": [{"onExitCode": "2", "action": "EXIT"}, {"onExitCode": "*", "action": "RETRY"}]}"#);
        let definition = serde_json::json!({
            "jobDefinitionName": "onfoot", "type": "container",
            "containerProperties": {
                "image": format!("YOUR/onfoot:{}", crate::folder::manifest::VERSION),
                "resourceRequirements": [
                    { "type": "VCPU", "value": self.cpus.to_string() },
                    { "type": "MEMORY", "value": self.memory[0].max(self.memory[1]).to_string() },
                ],
                "volumes": [{ "name": "data", "efsVolumeConfiguration": { "fileSystemId": "YOUR-EFS" } }],
                "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }],
            },
        });
        let array = if self.parts > 1 { format!(" --array-properties size={}", self.parts) } else { String::new() };
        let parts = if self.parts > 1 { self.words("env") } else { self.words("1") };
        format!(
            "#!/bin/bash\n# {}: {} parts. The image works in /data (WORKDIR), a file system that all tasks share, with the scenario in it.\n\
             set -e\nQUEUE=YOUR-QUEUE\n\
             aws batch register-job-definition --cli-input-json {}\n\
             PARTS=$(aws batch submit-job --job-name {job} --job-queue \"$QUEUE\" --job-definition onfoot{array} \\\n  \
             --retry-strategy {retry} \\\n  --container-overrides {} --query jobId --output text)\n\
             aws batch submit-job --job-name {merge} --job-queue \"$QUEUE\" --job-definition onfoot --depends-on \"jobId=$PARTS\" \\\n  \
             --container-overrides {}\n",
            self.name,
            self.parts,
            quoted(&definition.to_string()),
            command(parts),
            command(vec!["onfoot".to_owned(), "merge".to_owned(), shown(self.folder)]),
        )
    }

    fn folder(&self) -> String {
        quoted(&shown(self.folder))
    }

    /// The words that live a part.
    fn words(&self, part: &str) -> Vec<String> {
        let more = ["--part".to_owned(), format!("{part}/{}", self.parts), "-o".to_owned(), shown(self.folder)];
        std::iter::once("onfoot".to_owned()).chain(self.run.iter().cloned()).chain(more).collect()
    }

    /// The same as a line.
    fn line(&self, part: &str) -> String {
        let run: Vec<String> = self.run.iter().map(|word| quoted(word)).collect();
        format!("onfoot {} --part {part}/{} -o {}", run.join(" "), self.parts, self.folder())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_listed_as_slurm_reads_them() {
        assert_eq!(array_list(&[3, 7, 8, 9, 12]), "3,7-9,12");
        assert_eq!(array_list(&[1]), "1");
        assert_eq!([time_limit(1.0), time_limit(5_400.0), time_limit(360_000.0)], ["00:01:00", "01:30:00", "100:00:00"]);
        assert_eq!(memory_limit(2_000_000.0), "2M");
    }

    #[test]
    fn the_largest_array_is_read_from_the_configuration() {
        assert_eq!(largest_array("MaxArraySize            = 1001\nMaxJobCount = 5\n"), Some(1001));
        assert_eq!(largest_array("nothing"), None);
    }

    #[test]
    fn only_jobs_of_this_design_in_this_folder_are_ours() {
        let answer = "7_3|3|RUNNING|onfoot-01234567|None|/w/out/cluster/array.sbatch\n\
            7_9|9|PENDING|onfoot-01234567|launch failed requeued held|/w/out/cluster/array.sbatch\n\
            8|N/A|PENDING|onfoot-01234567-merge|Dependency|/w/out/cluster/merge.sbatch\n\
            9_1|1|RUNNING|onfoot-01234567|None|/w/other/cluster/array.sbatch\n\
            10|N/A|RUNNING|somebody|None|/w/out/cluster/array.sbatch\nnonsense\n";
        let jobs = queued(answer, "0123456789", Path::new("/w/out"));
        assert_eq!(
            jobs.iter().map(|job| (job.id.as_str(), job.part)).collect::<Vec<_>>(),
            [("7_3", Some(3)), ("7_9", Some(9)), ("8", None)]
        );
        assert_eq!(jobs.iter().map(|job| (job.runs(), job.is_held())).collect::<Vec<_>>(), [(true, false), (false, true), (false, false)]);
    }

    #[test]
    fn scripts_quote_what_a_shell_would_take_apart() {
        let words = ["run", "my scenario.toml", "--set", "title=it's"].map(str::to_owned);
        let slurm = Slurm {
            program: "/opt/on foot/onfoot",
            run: &words,
            name: "my scenario",
            design: "0123456789",
            folder: Path::new("out put"),
            root: Path::new("/w/out put"),
            here: Path::new("/w"),
            parts: 8,
            cpus: 4,
            memory: ["1G", "2G"],
            time: ["00:30:00", "01:00:00"],
            partition: None,
            account: Some("me"),
            again: "onfoot cluster slurm 'my scenario.toml' --submit",
        };
        let array = slurm.array(&[3, 7, 8]);
        let last = array.lines().last().unwrap();
        let command = r#"exec '/opt/on foot/onfoot' run 'my scenario.toml' --set 'title=it'\''s' --part env/8 -o 'out put' --threads "$SLURM_CPUS_PER_TASK""#;
        assert_eq!(last, command);
        for line in ["--array=3,7-8", "--job-name=onfoot-01234567", "--output='/w/out put/cluster/log/%a.txt'", "--account=me", "--requeue"]
        {
            assert!(array.lines().any(|other| other == format!("#SBATCH {line}")), "{line}\n{array}");
        }
        assert_eq!(again_in(&array), Some(slurm.again));
        assert!(slurm.merge().ends_with("merge 'out put' --threads \"$SLURM_CPUS_PER_TASK\"\n"));
    }
}
