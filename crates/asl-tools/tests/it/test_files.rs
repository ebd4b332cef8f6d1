//! Files of cases: what is read, what is run, what is reported.

use lirio_asl::parse;
use lirio_asl_tools::{Report, TestFile, test};
use serde_json::{Value, json};

/// A machine with every kind of transition.
fn machine() -> Value {
    json!({
        "StartAt": "Call",
        "States": {
            "Call": {
                "Type": "Task",
                "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "f", "Payload.$": "$"},
                "TimeoutSeconds": 100,
                "HeartbeatSeconds": 10,
                "Retry": [{"ErrorEquals": ["Again"], "IntervalSeconds": 2, "MaxAttempts": 2}],
                "Catch": [
                    {"ErrorEquals": ["States.Timeout"], "Next": "Late"},
                    {"ErrorEquals": ["Bad"], "Next": "Broken"}
                ],
                "Next": "Which"
            },
            "Which": {
                "Type": "Choice",
                "Choices": [{"Variable": "$.n", "NumericGreaterThan": 1, "Next": "Late"}],
                "Default": "Each"
            },
            "Each": {
                "Type": "Map",
                "ItemsPath": "$.items",
                "ItemProcessor": {"StartAt": "Item", "States": {"Item": {
                    "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:000000000000:function:g", "End": true
                }}},
                "End": true
            },
            "Late": {"Type": "Wait", "Seconds": 31_536_000, "Next": "Done"},
            "Done": {"Type": "Succeed"},
            "Broken": {"Type": "Fail", "Error": "Broken", "Cause": "beyond repair"}
        }
    })
}

fn run(yaml: &str) -> Report {
    let machine = parse(&machine().to_string()).unwrap();
    test(&machine, "m", &TestFile::parse(yaml).unwrap(), "m.test.yaml").unwrap()
}

/// Runs one case and says what is not as expected.
#[track_caller]
fn check(case: &str, expected: &[&str]) {
    let indented: String = case.trim_matches('\n').lines().map(|line| format!("    {line}\n")).collect();
    let report = run(&format!("cases:\n  - name: it\n{indented}"));
    assert_eq!(report.cases[0].differences, expected, "{}", report.text());
}

#[test]
fn outcomes_are_used_in_order() {
    check(
        "
mocks:
  Call:
    - {error: Again, cause: busy, delay: 1}
    - {error: Again}
    - result: {n: 2}
      delay: 0.5
expect:
  output: {n: 2}
  path: [Call, Which, Late, Done]
  attempts: {Call: 3}
  duration: 31536007.5
  visits: [Late]
  avoids: [Broken, Each]
",
        &[],
    );
}

#[test]
fn timeouts_and_heartbeats() {
    check("mocks: {Call: {timeout: true}}\nexpect: {duration: 31536100, path: [Call, Late, Done]}", &[]);
    check(
        "mocks: {Call: {heartbeat_lost: true, delay: 30}}\nexpect: {duration: 31536035, path: [Call, Late, Done]}",
        &[],
    );
    // What takes long sends heartbeats.
    check("mocks: {Call: {result: {n: 1, items: []}, delay: 99}}\nexpect: {duration: 99, output: []}", &[]);
}

#[test]
fn outcomes_by_what_is_called_with() {
    check(
        "
mocks:
  Call: {result: {n: 0, items: [a, b, c, b]}}
  Item:
    - {result: 2, when: b, repeat: true}
    - {result: 1, times: 2}
expect:
  output: [1, 2, 1, 2]
  attempts: {Item: 4}
",
        &[],
    );
}

#[test]
fn differences_are_readable() {
    check(
        "
mocks: {Call: {error: Bad}}
expect:
  status: SUCCEEDED
  output: {}
  error: Other
  cause_contains: weather
  path: [Call, Which]
  visits: [Done]
  avoids: [Broken]
  duration: 1
  duration_at_least: 2
  attempts: {Call: 2}
",
        &[
            "status: expected SUCCEEDED but is FAILED (Broken: beyond repair)",
            "output: expected one but there is none",
            "error: expected 'Other' but is 'Broken'",
            "cause: expected a text with 'weather' but is 'beyond repair'",
            "path: expected 'Which' as step 2 but is 'Broken'; the whole path is [Call, Broken]",
            "visits: 'Done' is not entered",
            "avoids: 'Broken' is entered",
            "duration: expected 1 s but is 0 s",
            "duration: expected at least 2 s but is 0 s",
            "attempts: expected 2 of 'Call' but there are 1",
        ],
    );
    check(
        "mocks: {Call: {result: {n: 2, extra: 1}}}\nexpect: {output_contains: {n: 3}}",
        &["output.n: expected 3 but is 2"],
    );
}

#[test]
fn a_task_without_an_outcome_is_named() {
    check(
        "input: {a: 1}",
        &[
            "state 'Call': no outcome is given for call 1 of its task (lambda:invoke with {\"FunctionName\":\"f\",\"Payload\":{\"a\":1}}): add one to the mocks of 'Call' in m.test.yaml",
        ],
    );
    check(
        "mocks: {Call: [{error: Again}]}",
        &[
            "state 'Call': no outcome is given for call 2 of its task (lambda:invoke with {\"FunctionName\":\"f\",\"Payload\":{}}): add one to the mocks of 'Call' in m.test.yaml",
        ],
    );
}

#[test]
fn executions_can_be_stopped_and_start_at_a_time() {
    check("mocks: {Call: {result: {n: 2}}}\nstop_after: 60\nexpect: {status: ABORTED, duration: 60}", &[]);
    check(
        "mocks: {Call: {result: {n: 2}}}\nstart: yesterday",
        &[
            "start 'yesterday' is no time: failed to parse four digit integer as year: invalid digit, expected 0-9 but got y",
        ],
    );
}

#[test]
fn what_was_never_reached() {
    let report = run("
mocks: {Call: {result: {n: 2}}}
cases:
  - name: only this
");
    assert_eq!(
        report.text(),
        "\
ok   only this (4 states, 365 d 0 h of virtual time)
3 states never reached:
       Each
       Broken
       Item
4 transitions never reached:
       Call: Retry[0]
       Call: Catch[0] -> Late
       Call: Catch[1] -> Broken
       Which: Default -> Each
1 of 1 case passed; 4 of 7 states reached, 3 of 7 transitions reached
"
    );
    let all = run("
cases:
  - {name: late, mocks: {Call: [{error: Again}, {timeout: true}]}}
  - {name: broken, mocks: {Call: {error: Bad}}, expect: {error: Broken}}
  - {name: high, mocks: {Call: {result: {n: 2}}}}
  - {name: low, mocks: {Call: {result: {n: 1, items: [1]}}, Item: {result: 1}}}
");
    assert!(all.passed(), "{}", all.text());
    assert_eq!((all.states.never.len(), all.transitions.never.len()), (0, 0));
    assert_eq!(all.json()["passed"], 4);
}

#[test]
fn unused_outcomes_are_noted() {
    let report = run("cases: [{name: it, mocks: {Call: [{result: {n: 2}}, {error: Bad}]}}]");
    assert_eq!(report.cases[0].notes, ["outcome 2 of state 'Call' was never used"]);
}

#[test]
fn unknown_names_are_refused() {
    let machine = parse(&machine().to_string()).unwrap();
    let file = TestFile::parse(
        "
mocks: {Cal: {result: 1}}
cases: [{name: it, mocks: {Late: {result: 1}}, expect: {path: [Whch]}}]
",
    )
    .unwrap();
    assert_eq!(
        test(&machine, "m", &file, "m.test.yaml").unwrap_err(),
        [
            "mocks: there is no state 'Cal'; did you mean 'Call'?",
            "case 'it', mocks: state 'Late' is a Wait state, not a Task state",
            "case 'it', path: there is no state 'Whch'; did you mean 'Which'?",
        ]
    );
}

#[test]
fn files_that_contradict_themselves() {
    let check = |yaml: &str, expected: &str| {
        let error = TestFile::parse(yaml).unwrap_err().to_string();
        assert!(error.contains(expected), "{yaml}: {error}");
    };
    let outcome = |outcome: &str| format!("cases: [{{name: it, mocks: {{A: [{outcome}]}}}}]");
    check("cases: []", "the file has no cases");
    check("cases: [{name: a}, {name: a}]", "two cases are called 'a'");
    check("cases: [{name: a, expects: {}}]", "expects");
    check(
        &outcome("{}"),
        "case 'it', mocks of state 'A', outcome 1: say one of result, error, timeout, heartbeat_lost",
    );
    check(&outcome("{result: 1, error: E}"), "say one of");
    check(&outcome("{result: 1, cause: c}"), "a cause needs an error");
    check(&outcome("{result: 1, delay: -1}"), "delay must be");
    check(&outcome("{timeout: true, delay: 1}"), "TimeoutSeconds");
    check(&outcome("{result: 1, times: 0}"), "times must be");
    check(&outcome("{result: 1, repeat: true}, {result: 2}"), "never used");
    check("cases: [{name: a}]\ncases: []", "duplicate");
    check("cases: {", "expected sequence start");
}

#[test]
fn errors_are_shown_in_the_text() {
    let check = |yaml: &str, expected: &str| {
        let shown = TestFile::parse(yaml).unwrap_err().text("m.test.yaml", yaml);
        assert_eq!(shown, expected, "\n{shown}");
    };
    check(
        "cases:\n  - name: a\n    inpt: {}\n",
        r#"error: unknown field `inpt`, expected one of name, input, start, execution_name, seed, stop_after, mocks, items, expect
  --> m.test.yaml:3:5
   |
 3 |     inpt: {}
   |     ^
"#,
    );
    check(
        "cases: 7\n",
        "error: expected sequence start\n  --> m.test.yaml:1:8\n   |\n 1 | cases: 7\n   |        ^\n",
    );
    check("cases: []", "error: the file has no cases\n  --> m.test.yaml\n");
}

#[test]
fn bombs_are_refused() {
    let mut laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for i in 1..12 {
        let item = format!("*a{}", i - 1);
        laughs.push_str(&format!("a{i}: &a{i} [{}]\n", [item.as_str(); 9].join(", ")));
    }
    let inside: String = laughs.lines().map(|line| format!("  {line}\n")).collect();
    assert!(TestFile::parse(&format!("variables:\n{inside}cases: [{{name: it}}]\n")).is_err());
    assert!(TestFile::parse(&format!("cases: {}", "[".repeat(100_000))).is_err());
}

#[test]
fn yaml_scalars_are_what_they_look_like() {
    let file = TestFile::parse(
        "cases: [{name: it, input: {a: 1, b: 1.5, c: yes, d: null, e: '1', f: 2026-01-01, g: true}}]",
    )
    .unwrap();
    assert_eq!(
        file.cases[0].input,
        json!({"a": 1, "b": 1.5, "c": "yes", "d": null, "e": "1", "f": "2026-01-01", "g": true})
    );
}

#[test]
fn items_of_a_distributed_map() {
    let machine = json!({
        "StartAt": "All",
        "States": {"All": {
            "Type": "Map",
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject",
                "Parameters": {"Bucket": "b", "Key": "k"},
                "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}
            },
            "ToleratedFailurePercentage": 50,
            "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Each",
                "States": {"Each": {
                    "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:000000000000:function:g", "Next": "Rest"
                }, "Rest": {"Type": "Wait", "Seconds": 60, "End": true}}
            },
            "End": true
        }}
    });
    let machine = parse(&machine.to_string()).unwrap();
    let yaml = "
cases:
  - name: one of two fails
    items: { All: [{ id: a }, { id: b }] }
    mocks: { Each: [{ error: E, when: { id: a } }, { result: 7 }] }
    expect: { path: [All], visits: [Each, Rest], duration: 60, attempts: { Each: 2 } }
  - name: no items
    mocks: { Each: { result: 7 } }
";
    let report = test(&machine, "m", &TestFile::parse(yaml).unwrap(), "m.test.yaml").unwrap();
    assert_eq!(report.cases[0].differences, Vec::<String>::new());
    assert_eq!(
        report.cases[1].differences,
        [
            "state 'All': nobody says which items its ItemReader reads: add them to the items of 'All' in m.test.yaml"
        ]
    );
    assert_eq!((report.states.never.len(), report.transitions.never.len()), (0, 0));
}
