//! Which objects a job transforms, and where what becomes of them goes.

use std::collections::HashSet;

use super::failure::Failure;
use super::row::TransformRow;
use super::settings::Settings;
use crate::s3::{self, Location, Objects};
use crate::training::{manifest_entries, read_manifest};

/// The most objects of one job.
const MOST_OBJECTS: usize = 1_000_000;
/// What is put behind the names of objects that were transformed.
const ENDING: &str = ".out";

/// An object and its place below the output path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    pub(crate) at: Location,
    pub(crate) output: Location,
}

/// Finds out what there is, as the model's role.
pub(crate) async fn find(
    objects: &Objects,
    settings: &Settings,
    row: &TransformRow,
) -> Result<Vec<Input>, Failure> {
    let at = &settings.input;
    let named = if settings.manifest {
        let bytes = read_manifest(objects, at).await.map_err(|error| Failure::of(&error, at))?;
        let (prefix, names) =
            manifest_entries(&bytes).map_err(|why| Failure::client(format!("the manifest {at} {why}")))?;
        let place = |name: String| {
            (Location { bucket: prefix.bucket.clone(), key: format!("{}{name}", prefix.key) }, name)
        };
        names.into_iter().map(place).collect()
    } else {
        let listed = objects.list_objects(at).await;
        let listed = listed.map_err(|error| {
            Failure::of(&error, format_args!("{at} cannot be listed as the role {}", row.model.role))
        })?;
        let mut named = Vec::new();
        for object in listed {
            let Some(key) = object.key else { continue };
            if let Some(name) = s3::relative_key(&at.key, &key) {
                let name = name.to_owned();
                let is_new = object.last_modified.is_some_and(|time| time >= row.created);
                named.push((Location { bucket: at.bucket.clone(), key }, name, is_new));
            }
        }
        without_own(named, &settings.output)
    };
    if named.is_empty() {
        return Err(Failure::client(format!(
            "No S3 objects found under S3 URL \"{at}\" given in input data source. Please ensure that the bucket exists in the selected region, that objects exist under that S3 prefix, and that the role \"{}\" has \"s3:ListBucket\" permissions on bucket \"{}\".",
            row.model.role, at.bucket
        )));
    }
    if named.len() > MOST_OBJECTS {
        return Err(Failure::client(format!("{at} has more than {MOST_OBJECTS} objects")));
    }
    let input = |(at, name): (Location, String)| Input { at, output: output(&settings.output, &name) };
    Ok(named.into_iter().map(input).collect())
}

/// Where the output of an object of this name goes.
fn output(path: &Location, name: &str) -> Location {
    path.below(&format!("{name}{ENDING}"))
}

/// Leaves out what an earlier attempt of the job has stored, where the output lies below the input: what became
/// of another object, since the job was created.
fn without_own(named: Vec<(Location, String, bool)>, path: &Location) -> Vec<(Location, String)> {
    let outputs: HashSet<Location> = named.iter().map(|(_, name, _)| output(path, name)).collect();
    named
        .into_iter()
        .filter(|(at, _, is_new)| !(*is_new && outputs.contains(at)))
        .map(|(at, name, _)| (at, name))
        .collect()
}

/// The share of one of several instances.
pub(crate) fn share(inputs: &[Input], instance: usize, instances: usize) -> impl Iterator<Item = &Input> {
    inputs.iter().skip(instance).step_by(instances.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_of_an_earlier_attempt_are_no_inputs() {
        let at = |key: &str| Location { bucket: "b".to_owned(), key: key.to_owned() };
        let named = |key: &str, is_new| (at(&format!("in/{key}")), key.to_owned(), is_new);
        let all = vec![
            named("a", false),
            named("a.out", true),
            named("b", true),
            named("b.out", false),
            named("c.out", true),
        ];
        let check = |path: &str, expected: &[&str]| {
            let left: Vec<String> =
                without_own(all.clone(), &at(path)).into_iter().map(|(_, name)| name).collect();
            assert_eq!(left, expected, "{path}");
        };
        check("in", &["a", "b", "b.out", "c.out"]);
        check("in/", &["a", "b", "b.out", "c.out"]);
        check("elsewhere", &["a", "a.out", "b", "b.out", "c.out"]);
    }

    #[test]
    fn objects_are_shared_out() {
        let input = |name: &str| {
            let at = Location { bucket: "b".to_owned(), key: name.to_owned() };
            Input { output: output(&at, name), at }
        };
        let all: Vec<Input> = ["a", "b", "c"].map(input).into();
        let check = |instance, instances, expected: &[&str]| {
            let found: Vec<&str> =
                share(&all, instance, instances).map(|input| input.at.key.as_str()).collect();
            assert_eq!(found, expected);
        };
        check(0, 1, &["a", "b", "c"]);
        check(0, 2, &["a", "c"]);
        check(1, 2, &["b"]);
        check(3, 4, &[]);
    }
}
