//! What the system says about a process: its time, its wakeups, its memory.
//!
//! Knows the files below `/proc`. What cannot be read there counts as nothing.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use rustix::process::Pid;

/// A process that runs.
#[derive(Clone, Copy)]
pub(crate) struct Process(pub(crate) Pid);

impl Process {
    /// The time that all of its threads have computed so far, as the scheduler counts it.
    pub(crate) fn computed(self) -> Duration {
        let time = |text: String| text.split(' ').next()?.parse::<u64>().ok();
        Duration::from_nanos(self.threads("schedstat").into_iter().filter_map(time).sum())
    }

    /// How often its threads have gone to sleep, which is how often they woke.
    pub(crate) fn wakeups(self) -> u64 {
        let texts = self.threads("status");
        texts.iter().filter_map(|text| field(text, "voluntary_ctxt_switches:")).sum()
    }

    /// The most memory it has had so far, in KiB.
    pub(crate) fn peak(self) -> u64 {
        field(&self.read("status"), "VmHWM:").unwrap_or(0)
    }

    /// The memory it has that is no file's, in KiB.
    pub(crate) fn own(self) -> u64 {
        field(&self.read("status"), "RssAnon:").unwrap_or(0)
    }

    /// How many pages it has touched for the first time.
    pub(crate) fn faults(self) -> u64 {
        let text = self.read("stat");
        let after = text.rsplit(") ").next().unwrap_or_default();
        after.split(' ').nth(7).and_then(|number| number.parse().ok()).unwrap_or(0)
    }

    fn folder(self) -> PathBuf {
        PathBuf::from(format!("/proc/{}", self.0.as_raw_nonzero()))
    }

    fn read(self, name: &str) -> String {
        fs::read_to_string(self.folder().join(name)).unwrap_or_default()
    }

    /// A file of every thread.
    fn threads(self, name: &str) -> Vec<String> {
        let folders = fs::read_dir(self.folder().join("task")).into_iter().flatten().flatten();
        folders.filter_map(|folder| fs::read_to_string(folder.path().join(name)).ok()).collect()
    }
}

fn field(text: &str, name: &str) -> Option<u64> {
    let value = text.lines().find_map(|line| line.strip_prefix(name))?;
    value.split_whitespace().next()?.parse().ok()
}

/// What the measurement ran on, and what else was going on there.
pub(crate) fn machine() -> String {
    let cores = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models: Vec<&str> = cores
        .lines()
        .filter_map(|line| line.strip_prefix("model name"))
        .map(|rest| rest.trim_start_matches([' ', '\t', ':']))
        .collect();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!(
        "{} × {}; load average of the last minute {}.",
        models.len(),
        models.first().unwrap_or(&"unknown processor"),
        load.split(' ').next().unwrap_or_default()
    )
}
