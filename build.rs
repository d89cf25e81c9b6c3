//! How a release is put together by the linker that Rust brings: what opening a board runs lies in
//! one segment, the rest in another, which then stays out of memory until it is needed.
//!
//! Knows names of crates and modules. Nothing depends on it but memory: what it names wrongly, or
//! not, is only brought in earlier.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

/// What opening a board does not run, as paths of crates, modules or functions; `*` stands for
/// what is between, as the name of the type that a function belongs to.
const APART: &[&[&str]] = &[
    // Options, dates, files that are saved again, lines that are typed, orders.
    &["clap_builder"],
    &["clap_lex"],
    &["tz"],
    &["notify"],
    &["walkdir"],
    &["tui_input"],
    &["memchr", "arch"],
    &["sort", "stable"],
    &["sort", "unstable"],
    &["sort", "shared"],
    &["btree", "map"],
    &["btree", "node"],
    // What says where a fault was.
    &["gimli", "read"],
    &["gimli", "common"],
    &["addr2line"],
    &["backtrace", "backtrace"],
    &["backtrace", "capture"],
    &["backtrace", "symbolize"],
    &["backtrace_rs"],
    &["rustc_demangle"],
    &["miniz_oxide"],
    &["color_eyre", "config", "BacktraceFormatter"],
    &["color_eyre", "config", "StyledFrame"],
    &["color_eyre", "handler"],
    &["color_eyre", "section"],
    &["color_eyre", "writers"],
    &["owo_colors"],
    &["cell", "once"],
    &["fmt", "float"],
    &["thread", "scoped"],
    &["alloc", "*", "to_lowercase"],
    &["terminput", "parser", "parse_csi"],
    &["terminput", "parser", "parse_csi_u_encoded_key_code"],
    &["unicode_normalization", "recompose"],
    &["serde_json", "error"],
    &["strsim"],
    &["ratatui_widgets"],
    &["ratatui_core", "symbols"],
    &["ratatui_core", "*", "append_symbol"],
    &["ratatui_core", "*", "merge_symbol"],
    &["ratatui_core", "*", "render_spans"],
    &["mpmc", "*", "send"],
    &["serde_core", "ser"],
    &["serde_json", "ser"],
    &["serde_json", "value"],
    // What is done instead of opening a board, and what is a key away from it.
    &["liberterra", "cli"],
    &["liberterra", "data", "bytes"],
    &["liberterra", "data", "check"],
    &["liberterra", "data", "envelope"],
    &["liberterra", "data", "error"],
    &["liberterra", "data", "map"],
    &["liberterra", "data", "wire"],
    &["liberterra", "data", "write"],
    &["liberterra", "output"],
    &["liberterra", "report"],
    &["liberterra", "model", "compare"],
    &["liberterra", "model", "filter"],
    &["liberterra", "model", "group"],
    &["liberterra", "model", "classes"],
    &["liberterra", "model", "map"],
    &["liberterra", "model", "standing"],
    &["liberterra", "model", "tell"],
    &["liberterra", "model", "story"],
    &["liberterra", "app", "App", "edit"],
    &["liberterra", "app", "compare"],
    &["liberterra", "app", "console"],
    &["liberterra", "app", "cues"],
    &["liberterra", "app", "export"],
    &["liberterra", "app", "find"],
    &["liberterra", "app", "line"],
    &["liberterra", "app", "mark"],
    &["liberterra", "app", "palette"],
    &["liberterra", "app", "filter"],
    &["liberterra", "run", "print"],
    &["liberterra", "run", "reported"],
    &["liberterra", "term", "console"],
    &["liberterra", "term", "mailbox", "Post", "send"],
    &["liberterra", "term", "meeting"],
    &["liberterra", "term", "meter"],
    &["liberterra", "term", "reader"],
    &["liberterra", "term", "run_console"],
    &["liberterra", "term", "runtime", "asking"],
    &["liberterra", "term", "runtime", "files"],
    &["liberterra", "term", "writer"],
    &["liberterra", "view", "detail", "Detail", "place"],
    &["liberterra", "view", "detail", "Detail", "say_coverage"],
    &["liberterra", "view", "detail", "Detail", "sources"],
    &["liberterra", "model", "query", "fits"],
    &["liberterra", "app", "grouping", "*", "regroup"],
    &["liberterra", "app", "grouping", "*", "set_groups"],
    &["liberterra", "app", "opening", "*", "copy_line"],
    &["liberterra", "app", "select", "*", "copy"],
    &["liberterra", "app", "shelf", "*", "replace_operation"],
    &["liberterra", "app", "undo", "Look", "since"],
    &["liberterra", "app", "home"],
    &["liberterra", "view", "across"],
    &["liberterra", "view", "ascii"],
    &["liberterra", "view", "columns"],
    &["liberterra", "view", "compare"],
    &["liberterra", "view", "console"],
    &["liberterra", "view", "groups"],
    &["liberterra", "view", "line"],
    &["liberterra", "view", "map"],
    &["liberterra", "view", "overlay"],
    &["liberterra", "view", "slide"],
    &["liberterra", "view", "sources"],
    &["liberterra", "view", "widget", "font"],
    &["liberterra", "view", "widget", "large"],
];

/// What it does run all the same.
const NEEDED: &[&[&str]] = &[
    &["smallsort", "insert_tail"],
    &["liberterra", "cli", "Options"],
    &["liberterra", "cli", "compare", "Comparison"],
    &["liberterra", "cli", "shown", "Shown"],
    &["liberterra", "cli", "variable"],
    &["liberterra", "data", "envelope", "View"],
    &["liberterra", "data", "envelope", "read", "is_one"],
    &["liberterra", "report", "words"],
    &["liberterra", "model", "story", "_"],
    &["liberterra", "model", "story", "Subject"],
    &["liberterra", "model", "story", "maps", "View"],
    &["liberterra", "app", "compare", "asked"],
    &["liberterra", "term", "meeting", "host"],
    &["liberterra", "term", "meeting", "outbox"],
    &["liberterra", "term", "runtime", "*", "tell_progress"],
    &["liberterra", "term", "writer", "Writers"],
    &["liberterra", "view", "overlay", "positions"],
    &["liberterra", "view", "slide", "frame"],
    &["liberterra", "view", "slide", "places", "leading"],
];

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    writeln!(out, "cargo::rerun-if-changed=build.rs")?;
    let set = |name: &str| env::var(name).unwrap_or_default();
    let tried = set("CARGO_CFG_TARGET_ARCH") == "x86_64"
        && set("CARGO_CFG_TARGET_OS") == "linux"
        && set("CARGO_CFG_TARGET_ENV") == "gnu";
    // Who has chosen a linker of their own may have one that takes no script.
    let chosen = !set("CARGO_ENCODED_RUSTFLAGS").is_empty() || !set("RUSTC_LINKER").is_empty();
    if !tried || chosen || set("PROFILE") != "release" {
        return Ok(());
    }
    let path = Path::new(&set("OUT_DIR")).join("apart.ld");
    fs::write(&path, script())?;
    if set("HOST") == set("TARGET") && packs_relocations() {
        writeln!(out, "cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs")?;
    }
    writeln!(out, "cargo::rustc-link-arg-bins=-Wl,-T,{}", path.display())
}

/// Whether this system starts programs whose list of addresses to be set at the start is packed,
/// which is a hundred kilobytes less: glibc does since 2.36. An older one refuses such a program.
fn packs_relocations() -> bool {
    let asked = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let said = asked.ok().and_then(|said| String::from_utf8(said.stdout).ok());
    let version = said.and_then(|said| {
        let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    });
    version.is_some_and(|version| version >= (2, 36))
}

/// The script. The tables for unwinding are left out: a release ends where it fails.
fn script() -> String {
    format!(
        "SECTIONS {{\n  .text.needed : {{\n{}  }}\n}}\nINSERT BEFORE .text;\n\
         SECTIONS {{\n  .text.apart : {{\n{}  }}\n  .rodata.apart : {{\n    \
         *(.rodata.*10liberterra*5APART*)\n  }}\n}}\nINSERT AFTER .bss;\n\
         SECTIONS {{\n  /DISCARD/ : {{ *(.eh_frame) }}\n}}\nINSERT AFTER .bss;\n",
        patterns(NEEDED),
        patterns(APART)
    )
}

/// Patterns of the functions below some paths. In a symbol each name stands behind its length, or
/// all of them behind each other within what an implementation is for.
fn patterns(paths: &[&[&str]]) -> String {
    let part = |name: &&str| match *name {
        "*" => "*".to_owned(),
        name => format!("{}{name}", name.len()),
    };
    let pattern = |path: &&[&str]| {
        let names: Vec<String> = path.iter().map(part).collect();
        let name = names.concat();
        // A crate may stand at the end for another reason: that what is another's was made for it.
        let end = if path.contains(&"*") { "*" } else { "[0-9]*" };
        format!("    *(.text.*{name}{end} .text.*_$LT$*{}*)\n", path.join(".."))
    };
    paths.iter().map(pattern).collect::<Vec<String>>().concat()
}
