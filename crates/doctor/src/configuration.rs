//! What an image says of itself, judged.

use lirio_image::{ImageConfig, Platform};

use crate::checks::Id;
use crate::finding::Finding;

/// The largest image of a serverless endpoint, in bytes.
const SERVERLESS: u64 = 10_000_000_000;
/// Programs that start others, which AWS does not support as entry points.
const INITS: [&str; 3] = ["tini", "tini-static", "docker-init"];

/// Whether the image runs here.
pub(crate) fn platform(config: &ImageConfig, host: &Platform) -> Finding {
    let image = config.platform();
    if image.runs_on(host) {
        return Finding::pass(Id::ImagePlatform, format!("for {image}"));
    }
    Finding::fail(Id::ImagePlatform, format!("the image is for {image}, this machine is {host}")).mend(format!(
        "docker build --platform {host}; in lirio.toml, platform = \"{host}\" below [container]. On an instance of its own kind it may be good: check it on such a machine."
    ))
}

/// How large the image is: its layers as they are stored.
pub(crate) fn size(bytes: u64, layers: usize) -> Finding {
    let seen = format!("{} in {layers} layer{}", human_size(bytes), if layers == 1 { "" } else { "s" });
    if bytes > SERVERLESS { Finding::warn(Id::ImageSize, seen) } else { Finding::pass(Id::ImageSize, seen) }
}

/// How the program is started.
pub(crate) fn entrypoint(config: &ImageConfig) -> Finding {
    let id = Id::ImageEntrypoint;
    let words = &config.config.entrypoint;
    let Some(first) = words.first() else {
        return Finding::pass(id, "none: `train` and `serve` are the programs themselves");
    };
    let shown = serde_json::json!(words).to_string();
    let name = first.rsplit('/').next().unwrap_or_default();
    let is_shell = matches!(name, "sh" | "bash" | "dash" | "ash" | "zsh");
    if is_shell && words.get(1).is_some_and(|option| option.starts_with('-') && option.contains('c')) {
        let command = words.get(2).map(String::as_str).unwrap_or_default();
        return Finding::fail(id, format!("ENTRYPOINT is in shell form: {shown}"))
            .mend(format!("Write ENTRYPOINT {} in the Dockerfile.", exec_form(command)));
    }
    if INITS.contains(&name) {
        return Finding::warn(id, format!("{shown}: AWS does not support {name} as the entry point"))
            .mend("Name the program itself in ENTRYPOINT, and have it collect its children.");
    }
    Finding::pass(id, shown)
}

/// A command as the exec form has it, if it needs no shell.
fn exec_form(command: &str) -> String {
    let plain =
        !command.is_empty() && !command.contains(['"', '\'', '$', '&', '|', ';', '<', '>', '*', '`', '\\']);
    if plain {
        let words: Vec<&str> = command
            .split_whitespace()
            .enumerate()
            .filter(|(at, word)| *at > 0 || *word != "exec")
            .map(|(_, word)| word)
            .collect();
        serde_json::json!(words).to_string().replace("\",\"", "\", \"")
    } else {
        "[\"/usr/local/bin/entry\"], with a script that ends with `exec program \"$@\"`,".to_owned()
    }
}

/// As whom it runs.
pub(crate) fn user(config: &ImageConfig) -> Finding {
    let user = config.config.user.as_str();
    match user.split(':').next().unwrap_or_default() {
        "" | "0" | "root" => Finding::pass(Id::ImageUser, "root"),
        other => Finding::warn(Id::ImageUser, format!("the image runs as {other}")),
    }
}

/// Whether the image promises to listen on a port that it is told.
pub(crate) fn binds_to_port(config: &ImageConfig) -> bool {
    let label = config.config.labels.get("com.amazonaws.sagemaker.capabilities.accept-bind-to-port");
    label.is_some_and(|value| value.eq_ignore_ascii_case("true"))
}

/// `12 B`, `4.1 MB`.
pub(crate) fn human_size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    let mut value = bytes as f64;
    if value < 1000.0 {
        return format!("{bytes} B");
    }
    let mut unit = "";
    for next in UNITS {
        value /= 1000.0;
        unit = next;
        if value < 999.5 {
            break;
        }
    }
    if value < 9.95 { format!("{value:.1} {unit}") } else { format!("{value:.0} {unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict::{self, Fail, Pass, Warn};

    fn config(change: &str) -> ImageConfig {
        let text = format!(
            r#"{{"architecture":"amd64","os":"linux","config":{{{change}}},"rootfs":{{"type":"layers","diff_ids":[]}}}}"#
        );
        ImageConfig::parse(text.as_bytes()).unwrap()
    }

    #[track_caller]
    fn check(finding: &Finding, verdict: Verdict, seen: &str, mend: &str) {
        assert_eq!(finding.verdict, verdict, "{finding:?}");
        assert!(finding.seen.contains(seen), "{finding:?}");
        assert!(finding.how_to_mend().contains(mend), "{finding:?}");
    }

    #[test]
    fn entry_points() {
        let of = |words: &str| entrypoint(&config(&format!(r#""Entrypoint":{words}"#)));
        check(&of("null"), Pass, "none", "");
        check(&of(r#"["python"]"#), Pass, r#"["python"]"#, "");
        check(&of(r#"["/bin/sh","/entry.sh"]"#), Pass, "entry.sh", "");
        check(
            &of(r#"["/bin/sh","-c","exec python main.py"]"#),
            Fail,
            "shell form",
            r#"ENTRYPOINT ["python", "main.py"] in"#,
        );
        check(&of(r#"["bash","-ec","a && b"]"#), Fail, "shell form", "exec program");
        check(&of(r#"["/sbin/tini","--","python"]"#), Warn, "does not support tini", "itself");
    }

    #[test]
    fn users_and_platforms() {
        check(&user(&config("")), Pass, "root", "");
        check(&user(&config(r#""User":"0:0""#)), Pass, "root", "");
        check(&user(&config(r#""User":"app:app""#)), Warn, "runs as app", "USER root");
        check(&platform(&config(""), &Platform::new("linux", "amd64")), Pass, "for linux/amd64", "");
        let other = platform(&config(""), &Platform::new("linux", "arm64"));
        check(
            &other,
            Fail,
            "the image is for linux/amd64, this machine is linux/arm64",
            "--platform linux/arm64",
        );
        assert!(!binds_to_port(&config("")));
        assert!(binds_to_port(&config(
            r#""Labels":{"com.amazonaws.sagemaker.capabilities.accept-bind-to-port":"true"}"#
        )));
    }

    #[test]
    fn sizes() {
        check(&size(4_100_000, 1), Pass, "4.1 MB in 1 layer", "");
        check(&size(SERVERLESS + 600_000_000, 12), Warn, "11 GB in 12 layers", "slim");
        let check = |bytes, expected: &str| assert_eq!(human_size(bytes), expected);
        check(12, "12 B");
        check(999_900, "1.0 MB");
        check(u64::MAX, "18446744 TB");
    }
}
