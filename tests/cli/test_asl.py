"""`lirio asl`, as its user types it: exit codes, what is printed, and where."""

import json
import subprocess

import pytest

from support.platform import ROOT, binary, environment

EXAMPLE = "examples/iris/pipeline.asl.json"


def asl(*arguments, code=0, given="", cwd=ROOT):
    """Standard output and error of one command."""
    ended = subprocess.run([binary(), "asl", *arguments], cwd=cwd, env=environment(), input=given.encode(),
                           capture_output=True, timeout=60)
    out, err = ended.stdout.decode(), ended.stderr.decode()
    assert ended.returncode == code, f"code {ended.returncode}\n{out}\n{err}"
    return out, err


def test_the_example():
    assert asl("check", EXAMPLE) == (f"{EXAMPLE}: no problems in 30 states\n", "")
    out, err = asl("test", EXAMPLE)
    assert err == "" and out.splitlines()[-1] == "12 of 12 cases passed; 30 of 30 states reached, 38 of 38 transitions reached"
    report = json.loads(asl("test", "--json", EXAMPLE)[0])
    assert (report["passed"], report["failed"], report["states"]["neverReached"]) == (12, 0, [])


SYNTAX = "INVALID_JSON_DESCRIPTION"
SCHEMA = "SCHEMA_VALIDATION_FAILED"
A = '{\n  "StartAt": "A",\n  "States": {\n    "A": %s\n  }\n}\n'


@pytest.mark.parametrize(
    "text, expected",
    [
        (A % '{"Type": "Succed"}', f"""\
error[{SCHEMA}]: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]
  --> <stdin>:4:19
   |
 4 |     "A": {{"Type": "Succed"}}
   |                   ^^^^^^^^ did you mean 'Succeed'?
   = at /States/A/Type

<stdin>: 1 problem
"""),
        (A % '{"Type": "Pass", "Parameters": {"b.$": "States.Fromat(\'{}\', $.a)"}, "End": true}', f"""\
error[{SCHEMA}]: The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call
  --> <stdin>:4:49
   |
 4 |     "A": {{"Type": "Pass", "Parameters": {{"b.$": "States.Fromat('{{}}', $.a)"}}, "End": true}}
   |                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ did you mean 'States.Format'?
   = at /States/A/Parameters

<stdin>: 1 problem
"""),
        (A.replace('"StartAt": "A"', '"StartAt": "B"') % '{"Type": "Succeed"}', """\
error[MISSING_TRANSITION_TARGET]: Missing 'Next' target: B
  --> <stdin>:2:14
   |
 2 |   "StartAt": "B",
   |              ^^^ did you mean 'A'?
   = at /StartAt

error[MISSING_TRANSITION_TARGET]: State "A" is not reachable.
  --> <stdin>:4:5
   |
 4 |     "A": {"Type": "Succeed"}
   |     ^^^
   = at /States/A

<stdin>: 2 problems
"""),
        (A % '{"Type": "Succeed"},', f"""\
error[{SYNTAX}]: Unexpected character ('}}' (code 125)): was expecting double-quote to start field name
  --> <stdin>:5:3
   |
 5 |   }}
   |   ^
   = nothing follows the comma of line 4: remove it

<stdin>: 1 problem
"""),
        ('{\n  "StartAt": "A",\n  "States": {\n', f"""\
error[{SYNTAX}]: Unexpected end-of-input: was expecting double-quote to start field name
  --> <stdin>:3:14
   |
 3 |   "States": {{
   |              ^
   = the '{{' of line 3 is not closed

<stdin>: 1 problem
"""),
        (A % '{"Type": "Pass", "End": True}', f"""\
error[{SYNTAX}]: Unrecognized token 'True': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
  --> <stdin>:4:34
   |
 4 |     "A": {{"Type": "Pass", "End": True}}
   |                                  ^^^^
   = JSON writes it 'true'

<stdin>: 1 problem
"""),
    ],
    ids=["a type", "a function", "a target", "a comma too many", "an end too early", "a word"],
)
def test_what_is_wrong_is_shown(text, expected):
    assert asl("check", "-", code=1, given=text) == (expected, "")


def test_a_type_is_checked_as_such(tmp_path):
    text = A % '{"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "Parameters": {"FunctionName": "f"}, "End": true}'
    (tmp_path / "m.json").write_text(text)
    assert asl("check", "m.json", cwd=tmp_path) == ("m.json: no problems in 1 state\n", "")
    out, _ = asl("check", "--express", "m.json", code=1, cwd=tmp_path)
    assert out.startswith(f"error[{SCHEMA}]: Express state machine does not support '.waitForTaskToken' service integration\n  --> m.json:4:")
    found = json.loads(asl("check", "--express", "--json", "m.json", code=1, cwd=tmp_path)[0])
    [problem] = found["diagnostics"]
    span = problem["span"]
    assert (found["result"], problem["location"], span["line"]) == ("FAIL", "/States/A/Resource", 4)
    assert text[span["start"]:span["end"]] == '"arn:aws:states:::lambda:invoke.waitForTaskToken"'


@pytest.mark.parametrize(
    "command, content, message",
    [
        ("check", None, "error: cannot read m.json: No such file or directory (os error 2)\n"),
        ("check", b'{\n"StartAt": "\xff"}', "error: cannot read m.json: it is not UTF-8 text, in line 2\n"),
        ("test", b"{}", "error: m.json has no cases: they are sought in m.test.yaml, or name them with --cases\n"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path, command, content, message):
    if content is not None:
        (tmp_path / "m.json").write_bytes(content)
    assert asl(command, "m.json", code=2, cwd=tmp_path) == ("", message)


MACHINE = {"StartAt": "Ask", "States": {
    "Ask": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:headObject", "Parameters": {"Bucket": "b", "Key": "k"},
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Later"}], "Next": "Big"},
    "Later": {"Type": "Wait", "Seconds": 86400, "Next": "Ask"},
    "Big": {"Type": "Choice", "Default": "No",
            "Choices": [{"Variable": "$.ContentLength", "NumericGreaterThan": 10, "Next": "Yes"}]},
    "Yes": {"Type": "Succeed"}, "No": {"Type": "Fail", "Error": "Small"}}}


@pytest.mark.parametrize(
    "cases, code, out, err",
    [
        ("""\
cases:
  - name: small
    mocks: { Ask: [ { error: X }, { result: { ContentLength: 3 } } ] }
    expect: { output: 4, path: [Ask, Later, Ask, Big, Yes], duration: 5 }
""", 1, """\
FAIL small (5 states, 1 d 0 h of virtual time)
       status: expected SUCCEEDED but is FAILED (Small)
       output: expected one but there is none
       path: expected 'Yes' as step 5 but is 'No'; the whole path is [Ask, Later, Ask, Big, No]
       duration: expected 5 s but is 86400 s
1 state never reached:
       Yes
1 transition never reached:
       Big: Choices[0] -> Yes
0 of 1 case passed; 4 of 5 states reached, 4 of 5 transitions reached
""", ""),
        ("cases:\n  - name: a\n    expects: {}\n", 2, "", """\
error: unknown field `expects`, expected one of name, input, start, execution_name, seed, stop_after, mocks, items, expect
  --> m.test.yaml:3:5
   |
 3 |     expects: {}
   |     ^
"""),
        ("mocks: { Aks: { result: {} } }\ncases:\n  - name: a\n    expect: { visits: [Yess] }\n", 2, "", """\
error: m.test.yaml: mocks: there is no state 'Aks'; did you mean 'Ask'?
error: m.test.yaml: case 'a', visits: there is no state 'Yess'; did you mean 'Yes'?
"""),
    ],
    ids=["a case that fails", "a field", "states"],
)
def test_cases(tmp_path, cases, code, out, err):
    (tmp_path / "m.json").write_text(json.dumps(MACHINE))
    (tmp_path / "m.test.yaml").write_text(cases)
    assert asl("test", "m.json", code=code, cwd=tmp_path) == (out, err)


@pytest.mark.parametrize("command", ["check", "test"])
def test_help_says_the_exit_codes(command):
    out, _ = asl(command, "--help")
    assert "Exit codes: 0 " in out and f"Usage: lirio asl {command} [OPTIONS] <FILE>" in out
    assert command in asl("--help")[0]
