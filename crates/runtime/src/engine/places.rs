//! Where an engine's socket is.

use std::path::{Path, PathBuf};

/// Which engine is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EngineKind {
    /// The one at `DOCKER_HOST`; else Docker's at the usual places, else Podman's.
    Any,
    /// Podman: the one at `CONTAINER_HOST`, its own variable; else at Podman's usual places.
    Podman,
}

impl EngineKind {
    /// The engine's socket: what its variable says, else the first usual place where there is one.
    ///
    /// # Errors
    ///
    /// A sentence: there is none, or the variable names another kind of place.
    pub(super) fn socket(
        self,
        variable: impl Fn(&str) -> Option<String>,
        exists: impl Fn(&Path) -> bool,
    ) -> Result<PathBuf, String> {
        let host = match self {
            EngineKind::Any => "DOCKER_HOST",
            EngineKind::Podman => "CONTAINER_HOST",
        };
        if let Some(given) = variable(host).filter(|given| !given.is_empty()) {
            return match given.strip_prefix("unix://") {
                Some(path) if path.starts_with('/') => Ok(PathBuf::from(path)),
                _ => Err(format!(
                    "{host} is {given}; lirio reaches an engine on this machine only, through unix:///its/socket"
                )),
            };
        }
        let places = self.places(variable("XDG_RUNTIME_DIR").map(PathBuf::from).as_deref());
        match places.iter().find(|place| exists(place)) {
            Some(place) => Ok(place.clone()),
            None => {
                let looked: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
                let start = match self {
                    EngineKind::Any => "start Docker, or Podman's service",
                    EngineKind::Podman => "start Podman's service",
                };
                Err(format!(
                    "no engine's socket is at {}; {start} (systemctl --user start podman.socket, or podman system \
                     service), or name the socket: {host}=unix:///its/path",
                    looked.join(", ")
                ))
            }
        }
    }

    fn places(self, own: Option<&Path>) -> Vec<PathBuf> {
        let in_own = |name: &str| own.map(|own| own.join(name));
        let docker = [Some(PathBuf::from("/var/run/docker.sock")), in_own("docker.sock")];
        let podman = [in_own("podman/podman.sock"), Some(PathBuf::from("/run/podman/podman.sock"))];
        match self {
            EngineKind::Any => docker.into_iter().chain(podman).flatten().collect(),
            EngineKind::Podman => podman.into_iter().flatten().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_socket_is_found_or_the_way_to_one_is_told() {
        let with = |kind: EngineKind, host: &'static str, there: &'static [&'static str]| {
            let wanted = if kind == EngineKind::Any { "DOCKER_HOST" } else { "CONTAINER_HOST" };
            let variable = move |name: &str| match name {
                "XDG_RUNTIME_DIR" => Some("/run/user/7".to_owned()),
                name => (name == wanted).then(|| host.to_owned()),
            };
            kind.socket(variable, move |path| there.iter().any(|there| path == Path::new(there)))
        };
        let (any, podman) = (EngineKind::Any, EngineKind::Podman);
        let (docker_s, own, roots) =
            ("/var/run/docker.sock", "/run/user/7/podman/podman.sock", "/run/podman/podman.sock");
        for kind in [any, podman] {
            assert_eq!(with(kind, "unix:///x/d.sock", &[]), Ok("/x/d.sock".into()));
            assert!(with(kind, "tcp://1.2.3.4:2375", &[]).unwrap_err().contains("tcp://1.2.3.4:2375"));
            assert!(with(kind, "unix://relative", &[]).is_err());
            assert!(with(kind, "", &[]).unwrap_err().contains("_HOST=unix:///"));
        }
        assert_eq!(with(any, "", &["/var/run/docker.sock", "/run/podman/podman.sock"]), Ok(docker_s.into()));
        assert_eq!(with(any, "", &["/run/user/7/podman/podman.sock"]), Ok(own.into()));
        assert_eq!(with(podman, "", &["/var/run/docker.sock", "/run/podman/podman.sock"]), Ok(roots.into()));
        assert!(with(podman, "", &["/var/run/docker.sock"]).unwrap_err().contains("start Podman's service"));
    }
}
