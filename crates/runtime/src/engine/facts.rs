//! Which engine it is, and whether it confines what it runs.

use std::path::{Path, PathBuf};

use http::Method;
use serde::Deserialize;

use super::client::{Client, EngineError};

/// The newest version of the interface that is spoken here, and the oldest that has all that is used.
const NEWEST: (u32, u32) = (1, 47);
const OLDEST: (u32, u32) = (1, 40);

/// What an engine says of itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Facts {
    /// Such as `Docker 20.10.24`.
    pub(super) name: String,
    /// Root in a container is the engine's own user outside.
    pub(super) rootless: bool,
    /// Processors of its machine.
    pub(super) processors: u32,
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
}

/// Asks an engine; returns a client that speaks a version both know.
pub(super) async fn ask(socket: &Path) -> Result<(Client, Facts), EngineError> {
    let version: Version = Client::new(socket, None).json(Method::GET, "/version", None).await?;
    let odd = |problem| EngineError::Odd { call: "GET /version".to_owned(), problem };
    let chosen = negotiate(&version.api_version, &version.min_api_version).map_err(odd)?;
    let client = Client::new(socket, Some(&chosen));
    let info: Info = client.json(Method::GET, "/info", None).await?;
    let kind =
        if version.components.iter().any(|one| one.name.starts_with("Podman")) { "Podman" } else { "Docker" };
    let facts = judge(format!("{kind} {}", version.version), &info)
        .map_err(|problem| EngineError::Odd { call: "GET /info".to_owned(), problem })?;
    Ok((client, facts))
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
        rootless: option("rootless").is_some(),
        processors: info.processors.max(1),
        unlimited: limits.iter().filter(|(_, has)| !has).map(|(limit, _)| *limit).collect(),
    })
}

/// `name=seccomp,profile=default` and, from old engines, `seccomp`.
fn option_name(option: &str) -> &str {
    let first = option.split(',').next().unwrap_or_default();
    first.strip_prefix("name=").unwrap_or(first)
}

/// The engine's socket: `DOCKER_HOST`, else the first usual place where there is one.
///
/// # Errors
///
/// A sentence: there is none, or `DOCKER_HOST` names another kind of place.
pub(super) fn find_socket(
    variable: impl Fn(&str) -> Option<String>,
    exists: impl Fn(&Path) -> bool,
) -> Result<PathBuf, String> {
    if let Some(host) = variable("DOCKER_HOST").filter(|host| !host.is_empty()) {
        return match host.strip_prefix("unix://") {
            Some(path) if path.starts_with('/') => Ok(PathBuf::from(path)),
            _ => Err(format!(
                "DOCKER_HOST is {host}; lirio reaches an engine on this machine only, through unix:///its/socket"
            )),
        };
    }
    let own = variable("XDG_RUNTIME_DIR").map(PathBuf::from);
    let places = [
        Some(PathBuf::from("/var/run/docker.sock")),
        own.as_ref().map(|own| own.join("docker.sock")),
        own.as_ref().map(|own| own.join("podman/podman.sock")),
        Some(PathBuf::from("/run/podman/podman.sock")),
    ];
    let places: Vec<PathBuf> = places.into_iter().flatten().collect();
    match places.iter().find(|place| exists(place)) {
        Some(place) => Ok(place.clone()),
        None => {
            let looked: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
            Err(format!(
                "no engine's socket is at {}; start Docker, or Podman's service (systemctl --user start \
                 podman.socket), or name the socket: DOCKER_HOST=unix:///its/path",
                looked.join(", ")
            ))
        }
    }
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

    #[test]
    fn the_socket_is_found_or_the_way_to_one_is_told() {
        let with = |host: &'static str, there: &'static str| {
            let variable = move |name: &str| match name {
                "DOCKER_HOST" => Some(host.to_owned()),
                _ => Some("/run/user/7".to_owned()),
            };
            find_socket(variable, move |path| path == Path::new(there))
        };
        assert_eq!(with("unix:///x/d.sock", ""), Ok("/x/d.sock".into()));
        assert!(with("tcp://1.2.3.4:2375", "").unwrap_err().contains("tcp://1.2.3.4:2375"));
        assert!(with("unix://relative", "").is_err());
        assert_eq!(with("", "/var/run/docker.sock"), Ok("/var/run/docker.sock".into()));
        assert_eq!(with("", "/run/user/7/podman/podman.sock"), Ok("/run/user/7/podman/podman.sock".into()));
        assert!(with("", "").unwrap_err().contains("DOCKER_HOST=unix:///"));
    }
}
