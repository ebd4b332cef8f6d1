//! Which engine it is, and whether it confines what it runs.

use std::path::Path;

use http::Method;
use serde::Deserialize;
use serde_json::Value;

use super::client::{Client, EngineError};
use super::filter;

/// The newest version of the interface that is spoken here, and the oldest that has all that is used.
const NEWEST: (u32, u32) = (1, 47);
const OLDEST: (u32, u32) = (1, 40);

/// What an engine says of itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Facts {
    /// Such as `Docker 20.10.24`.
    pub(super) name: String,
    /// Whether it is Podman.
    pub(super) is_podman: bool,
    /// Root in a container is the engine's own user outside.
    pub(super) rootless: bool,
    /// The filter that its containers are given, where its own is not narrow enough.
    pub(super) filter: Option<String>,
    /// Processors of its machine.
    pub(super) processors: u32,
    /// Whether it gives a container GPUs because of a variable, which images for them set.
    pub(super) gives_gpus: bool,
    /// Limits that it cannot set.
    pub(super) unlimited: Vec<&'static str>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Version {
    version: String,
    api_version: String,
    #[serde(rename = "MinAPIVersion")]
    min_api_version: String,
    components: Vec<Component>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Component {
    name: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Info {
    #[serde(rename = "OSType")]
    os_type: String,
    security_options: Option<Vec<String>>,
    memory_limit: bool,
    pids_limit: bool,
    cpu_cfs_quota: bool,
    #[serde(rename = "NCPU")]
    processors: u32,
    default_runtime: String,
}

/// Asks an engine; returns a client that speaks a version both know.
pub(super) async fn ask(socket: &Path) -> Result<(Client, Facts), EngineError> {
    let version: Version = Client::new(socket, None).json(Method::GET, "/version", None).await?;
    let odd = |problem| EngineError::Odd { call: "GET /version".to_owned(), problem };
    let chosen = negotiate(&version.api_version, &version.min_api_version).map_err(odd)?;
    let client = Client::new(socket, Some(&chosen));
    let info: Info = client.json(Method::GET, "/info", None).await?;
    let is_podman = version.components.iter().any(|one| one.name.starts_with("Podman"));
    let kind = if is_podman { "Podman" } else { "Docker" };
    let facts = judge(format!("{kind} {}", version.version), &info)
        .map_err(|problem| EngineError::Odd { call: "GET /info".to_owned(), problem })?;
    let filter = if is_podman { Some(podman_filter(socket).await?) } else { None };
    Ok((client, Facts { is_podman, filter, ..facts }))
}

/// Podman's filter, made narrower.  Podman is on this machine, and so is the file.
async fn podman_filter(socket: &Path) -> Result<String, EngineError> {
    let info: Value = Client::new(socket, None).json(Method::GET, "/v4.0.0/libpod/info", None).await?;
    let path = info.pointer("/host/security/seccompProfilePath").and_then(Value::as_str).unwrap_or_default();
    let read = std::fs::read(path).map_err(|error| error.to_string());
    let narrowed = read.and_then(|filter| filter::narrowed(&filter)).map_err(|problem| EngineError::Odd {
        call: "GET /libpod/info".to_owned(),
        problem: format!("its system call filter {path:?} cannot be used: {problem}"),
    })?;
    Ok(narrowed.to_string())
}

fn negotiate(newest: &str, oldest: &str) -> Result<String, String> {
    let parse = |text: &str| {
        let (major, minor) = text.split_once('.')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    };
    let theirs = parse(newest).ok_or_else(|| format!("{newest:?} is not the version of an interface"))?;
    let least = parse(oldest).unwrap_or((0, 0));
    let chosen = theirs.min(NEWEST);
    if chosen < OLDEST || chosen < least {
        return Err(format!(
            "it speaks versions {oldest} to {newest} of its interface, and lirio {}.{} to {}.{}",
            OLDEST.0, OLDEST.1, NEWEST.0, NEWEST.1
        ));
    }
    Ok(format!("{}.{}", chosen.0, chosen.1))
}

/// Refuses an engine that would run containers with less than is promised, or that cannot see lirio's files.
fn judge(name: String, info: &Info) -> Result<Facts, String> {
    if info.os_type != "linux" {
        return Err(format!("{name} runs containers of {:?}, not Linux", info.os_type));
    }
    let options = info.security_options.as_deref().unwrap_or_default();
    let option = |wanted: &str| options.iter().find(|one| option_name(one) == wanted);
    match option("seccomp") {
        None => {
            return Err(format!(
                "{name} has no system call filter (seccomp); lirio runs nothing without one"
            ));
        }
        Some(seccomp) if seccomp.contains("profile=unconfined") => {
            return Err(format!(
                "{name} is set to run without its system call filter (seccomp-profile unconfined)"
            ));
        }
        Some(_) => {}
    }
    if option("userns").is_some() {
        return Err(format!(
            "{name} maps users (userns-remap): its containers could not write to the folders that lirio mounts"
        ));
    }
    if option("selinux").is_some() {
        return Err(format!(
            "{name} labels files (SELinux), and lirio does not relabel the folders that it mounts"
        ));
    }
    let limits =
        [("memory", info.memory_limit), ("processes", info.pids_limit), ("processors", info.cpu_cfs_quota)];
    Ok(Facts {
        name,
        is_podman: false,
        filter: None,
        rootless: option("rootless").is_some(),
        processors: info.processors.max(1),
        gives_gpus: info.default_runtime.contains("nvidia"),
        unlimited: limits.iter().filter(|(_, has)| !has).map(|(limit, _)| *limit).collect(),
    })
}

/// `name=seccomp,profile=default` and, from old engines, `seccomp`.
fn option_name(option: &str) -> &str {
    let first = option.split(',').next().unwrap_or_default();
    first.strip_prefix("name=").unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_negotiated() {
        let check = |newest, oldest, expected: Option<&str>| {
            assert_eq!(negotiate(newest, oldest).ok().as_deref(), expected, "{newest} {oldest}");
        };
        check("1.41", "1.12", Some("1.41"));
        check("1.40", "1.24", Some("1.40"));
        check("1.52", "1.44", Some("1.47"));
        check("1.60", "1.50", None);
        check("1.39", "1.12", None);
        check("x", "1.12", None);
    }

    fn info(options: &[&str]) -> Info {
        Info {
            os_type: "linux".into(),
            security_options: Some(options.iter().map(|one| (*one).to_owned()).collect()),
            memory_limit: true,
            pids_limit: false,
            cpu_cfs_quota: true,
            processors: 2,
            default_runtime: "runc".into(),
        }
    }

    #[test]
    fn an_engine_without_confinement_is_refused() {
        let refused = |options: &[&str], part: &str| {
            let error = judge("Docker 1".into(), &info(options)).unwrap_err();
            assert!(error.contains(part), "{error}");
        };
        refused(&[], "seccomp");
        refused(&["name=apparmor", "name=seccomp,profile=unconfined"], "unconfined");
        refused(&["name=seccomp,profile=default", "name=userns"], "userns-remap");
        refused(&["name=seccomp,profile=default", "name=selinux"], "SELinux");
        let windows = Info { os_type: "windows".into(), ..info(&["name=seccomp"]) };
        assert!(judge("Docker 1".into(), &windows).unwrap_err().contains("not Linux"));
        let good =
            judge("Podman 4".into(), &info(&["name=seccomp,profile=default", "name=rootless"])).unwrap();
        assert!(good.rootless && good.unlimited == ["processes"], "{good:?}");
        assert!(!judge("Docker 1".into(), &info(&["seccomp"])).unwrap().rootless);
    }
}
