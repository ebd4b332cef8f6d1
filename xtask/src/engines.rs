//! The Docker engine that the tests of the docker runtime start for themselves.

use std::path::Path;

use crate::sh;

/// Where engines are installed.
const PLACES: &[&str] = &["/usr/bin/dockerd", "/usr/sbin/dockerd", "/usr/local/bin/dockerd"];

/// Installs it where that can be done; without it the tests say that they are skipped, and why.
pub(crate) fn engine() {
    let there = || PLACES.iter().any(|place| sh::is_file(Path::new(place)));
    if there() {
        return;
    }
    let mut install = sh::command("apt-get");
    install.args(["install", "-y", "-q", "docker.io"]).env("DEBIAN_FRONTEND", "noninteractive");
    let installed = sh::run(&mut install).or_else(|_| {
        // The lists of a fresh machine are empty.
        sh::run(sh::command("apt-get").args(["update", "-q"])).and_then(|()| sh::run(&mut install))
    });
    match installed {
        Ok(()) if there() => {}
        Ok(()) => {
            println!("SKIPPED: the tests with a Docker engine: docker.io was installed without dockerd")
        }
        Err(error) => println!("SKIPPED: the tests with a Docker engine: it cannot be installed: {error:#}"),
    }
}
