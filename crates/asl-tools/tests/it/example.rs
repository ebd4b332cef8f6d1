//! The definitions that are shipped, and their cases.

use std::fs;
use std::path::Path;

use lirio_asl::WorkflowType;
use lirio_asl_tools::{Source, TestFile, check, project, test};

#[test]
fn the_example_passes_and_reaches_everything() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/iris");
    let path = folder.join("pipeline.asl.json");
    let variables = project::variables(&path).unwrap();
    assert!(variables.contains_key("min_accuracy"), "the project beside the definition is found");
    let source = Source::new("pipeline.asl.json", fs::read_to_string(&path).unwrap(), &variables);
    let checked = check(&source, WorkflowType::Standard);
    assert_eq!(checked.text(&source), "pipeline.asl.json: no problems in 30 states\n");
    let file = TestFile::parse(&fs::read_to_string(folder.join("pipeline.asl.test.yaml")).unwrap()).unwrap();
    let report = test(&checked.machine.unwrap(), "iris", &file, "pipeline.asl.test.yaml").unwrap();
    assert!(report.passed(), "{}", report.text());
    assert_eq!(report.states.never, Vec::<String>::new());
    assert_eq!(report.transitions.never, Vec::<String>::new());
}

#[test]
fn the_example_with_approvals_passes_and_reaches_everything() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/approval");
    let path = folder.join("pipeline.asl.json");
    let variables = project::variables(&path).unwrap();
    let source = Source::new("pipeline.asl.json", fs::read_to_string(&path).unwrap(), &variables);
    let checked = check(&source, WorkflowType::Standard);
    assert!(checked.problems.is_empty(), "{}", checked.text(&source));
    let file = TestFile::parse(&fs::read_to_string(folder.join("pipeline.asl.test.yaml")).unwrap()).unwrap();
    let report = test(&checked.machine.unwrap(), "approval", &file, "pipeline.asl.test.yaml").unwrap();
    assert!(report.passed(), "{}", report.text());
    assert_eq!(report.states.never, Vec::<String>::new());
    assert_eq!(report.transitions.never, Vec::<String>::new());
}

#[test]
fn the_deployment_of_approved_models_passes_and_reaches_everything() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../stack/src");
    let file = TestFile::parse(&fs::read_to_string(folder.join("deploy.asl.test.yaml")).unwrap()).unwrap();
    let text = fs::read_to_string(folder.join("deploy.asl.json")).unwrap();
    let source = Source::new("deploy.asl.json", text, &file.variables);
    let checked = check(&source, WorkflowType::Standard);
    assert!(checked.problems.is_empty(), "{}", checked.text(&source));
    let report = test(&checked.machine.unwrap(), "deploy", &file, "deploy.asl.test.yaml").unwrap();
    assert!(report.passed(), "{}", report.text());
    assert_eq!(report.states.never, Vec::<String>::new());
    assert_eq!(report.transitions.never, Vec::<String>::new());
}
