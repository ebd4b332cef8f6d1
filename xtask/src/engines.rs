//! The engines that the tests of containers start for themselves.

use std::path::Path;

use anyhow::Result;

use crate::{ci, python, sh};

/// Where engines are installed.
const FOLDERS: &[&str] = &["/usr/bin", "/usr/sbin", "/usr/local/bin"];
/// Programs, and the Debian packages that have them.
const ENGINES: &[(&str, &str)] = &[("dockerd", "docker.io"), ("podman", "podman")];
/// Names of engines for the test binaries: only the runs with these.
const ONLY: &str = "LIRIO_TEST_ENGINES";

/// Installs them where that can be done; without one its tests say that they are skipped, and why.
pub(crate) fn install() {
    for (program, package) in ENGINES {
        let there = || FOLDERS.iter().any(|folder| sh::is_file(&Path::new(folder).join(program)));
        if there() {
            continue;
        }
        let mut install = sh::command("apt-get");
        install.args(["install", "-y", "-q", "--no-install-recommends", package]);
        install.env("DEBIAN_FRONTEND", "noninteractive");
        let installed = sh::run(&mut install).or_else(|_| {
            // The lists of a fresh machine are empty.
            sh::run(sh::command("apt-get").args(["update", "-q"])).and_then(|()| sh::run(&mut install))
        });
        match installed {
            Ok(()) if there() => {}
            Ok(()) => println!("SKIPPED: the tests with {program}: {package} was installed without it"),
            Err(error) => println!("SKIPPED: the tests with {program}: it cannot be installed: {error:#}"),
        }
    }
}

/// `podman`: every test of containers with Podman, and no other.
pub(crate) fn podman() -> Result<()> {
    let python = python::environment()?;
    install();
    for (package, test) in [("lirio-runtime", "it"), ("lirio-sagemaker", "contract")] {
        sh::step(&format!("tests with Podman: {package}"), || {
            let mut test_command = sh::cargo();
            test_command.args(["test", "--quiet", "--package", package, "--test", test]);
            sh::run(test_command.env(ONLY, "podman"))
        })?;
    }
    sh::step("build: lirio", || sh::run(sh::cargo().args(["build", "--quiet", "--bin", "lirio"])))?;
    sh::step("tests with Podman: clients", || {
        ci::pytest(&python, &["tests/docker", "tests/cli/test_podman.py", "-k", "podman"])
    })
}
