//! `train` and `serve` against a folder in place of `/opt/ml`.

use lirio_model::{Batch, BoxError, Model, Predictions, TrainContext, main_with_args, read_json, write_json};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

/// The mean of a column; hyperparameters make it misbehave.
struct Mean(f64);

impl Model for Mean {
    type Error = BoxError;

    fn train(ctx: &TrainContext) -> Result<Self, BoxError> {
        let parameters = ctx.hyperparameters();
        let column: String = parameters.get("column")?;
        match parameters.get_or("mode", String::new())?.as_str() {
            "panic" => panic!("no more numbers"),
            "wait" => {
                ctx.metric("waiting", 1.0);
                let (told, stopped) = std::sync::mpsc::channel();
                ctx.on_stop(move || told.send(()).expect("the receiver waits"));
                stopped.recv()?;
                assert!(ctx.stopping());
            }
            _ => {}
        }
        let values = ctx.channel("training")?.table()?.numbers(&column)?;
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        ctx.metric("train:mean", mean);
        fs::write(ctx.output_data_dir().join("rows"), values.len().to_string())?;
        Ok(Self(mean))
    }

    fn save(&self, dir: &Path) -> Result<(), BoxError> {
        Ok(write_json(&dir.join("model.json"), &self.0)?)
    }

    fn load(dir: &Path) -> Result<Self, BoxError> {
        Ok(Self(read_json(&dir.join("model.json"))?))
    }

    fn predict(&self, batch: &Batch) -> Result<Predictions, BoxError> {
        Ok(Predictions::numbers(vec![self.0; batch.len()]))
    }
}

/// Not a test of its own: what the tests below start as a process.
#[test]
fn model_process() {
    if let Ok(command) = std::env::var("LIRIO_IT_COMMAND") {
        let code = main_with_args::<Mean>(["model".into(), command.into()]);
        // The test harness would turn the code into its own.
        std::process::exit(i32::from(code != std::process::ExitCode::SUCCESS));
    }
}

/// A folder in place of `/opt/ml`, removed at the end.
struct Prefix(PathBuf);

impl Prefix {
    fn new(hyperparameters: &str, csv: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("lirio-model-it-{}-{number}", std::process::id()));
        fs::create_dir_all(path.join("input/config")).expect("a temporary folder");
        fs::create_dir_all(path.join("input/data/training")).expect("a temporary folder");
        fs::write(path.join("input/config/hyperparameters.json"), hyperparameters).expect("written");
        fs::write(path.join("input/data/training/prices.csv"), csv).expect("written");
        Self(path)
    }

    fn command(&self, command: &str) -> Command {
        let mut process = Command::new(std::env::current_exe().expect("a test program"));
        process
            .args(["contract::model_process", "--exact", "--nocapture"])
            .env("LIRIO_IT_COMMAND", command)
            .env("LIRIO_MODEL_PREFIX", &self.0)
            .env("SAGEMAKER_BIND_TO_PORT", "0")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        process
    }

    fn train(&self) -> Output {
        self.command("train").output().expect("it starts")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_default()
    }
}

impl Drop for Prefix {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Ends a process as the platform does.
fn terminate(process: &Child) {
    let status = Command::new("sh").args(["-c", &format!("kill -TERM {}", process.id())]).status();
    assert!(status.expect("a shell").success());
}

/// Reads a process's output up to a line that contains `words`.
fn wait_for_line(output: impl Read, words: &str) -> String {
    for line in BufReader::new(output).lines() {
        let line = line.expect("text");
        if line.contains(words) {
            return line;
        }
    }
    panic!("the process ended without a line with \"{words}\"");
}

#[test]
fn training_leaves_a_model_and_metrics() {
    let prefix = Prefix::new(r#"{"column": "price"}"#, "price\n1\n2\n6\n");
    let output = prefix.train();
    assert!(output.status.success(), "{output:?}");
    assert!(
        String::from_utf8_lossy(&output.stdout).lines().any(|line| line == "train:mean=3;"),
        "{output:?}"
    );
    assert_eq!(prefix.read("model/model.json"), "3.0");
    assert_eq!(prefix.read("output/data/rows"), "3");
    assert!(!prefix.0.join("output/failure").exists());
}

#[test]
fn a_failure_says_why() {
    let check = |hyperparameters: &str, csv: &str, expected: &str| {
        let prefix = Prefix::new(hyperparameters, csv);
        let output = prefix.train();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(prefix.read("output/failure"), expected);
        assert!(String::from_utf8_lossy(&output.stderr).contains(expected), "{output:?}");
        assert!(!prefix.0.join("model/model.json").exists());
    };
    check(
        r#"{"column": "price"}"#,
        "price\n1\ncheap\n",
        "prices.csv, line 3, column \"price\": \"cheap\" is not a number",
    );
    check(
        r#"{"column": "cost"}"#,
        "price\n1\n",
        "prices.csv has no column \"cost\"; its columns are \"price\"",
    );
    check("{}", "price\n1\n", "hyperparameter \"column\" is missing; given are: none");
    check(r#"{"column": "price", "mode": "panic"}"#, "price\n1\n", "the model panicked: no more numbers");
    check(
        r#"{"column": 7}"#,
        "price\n1\n",
        "hyperparameter \"column\" is not a text; SageMaker passes every hyperparameter as text",
    );
}

#[test]
fn a_stopped_training_saves_what_it_has() {
    let prefix = Prefix::new(r#"{"column": "price", "mode": "wait"}"#, "price\n1\n3\n");
    let mut process = prefix.command("train").spawn().expect("it starts");
    wait_for_line(process.stdout.take().expect("piped"), "waiting=1;");
    terminate(&process);
    // Nobody reads its standard output any more; that must not matter.
    assert!(process.wait().expect("it ends").success());
    assert_eq!(prefix.read("model/model.json"), "2.0");
}

/// A served model, and a connection that is kept between requests.
struct Served {
    process: Child,
    stream: BufReader<TcpStream>,
}

impl Served {
    fn start(prefix: &Prefix) -> Self {
        let mut process = prefix.command("serve").spawn().expect("it starts");
        let line = wait_for_line(process.stderr.take().expect("piped"), "serving on ");
        let port = line.rsplit(':').next().expect("a port").parse().expect("a number");
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        Self { process, stream: BufReader::new(stream) }
    }

    fn send(&mut self, head: &str, body: &str) {
        let stream = self.stream.get_mut();
        write!(stream, "{head}\r\nHost: model\r\nContent-Length: {}\r\n\r\n{body}", body.len())
            .expect("sent");
    }

    /// The status and the body of the next answer.
    fn receive(&mut self) -> (u16, String) {
        let (mut status, mut length) = (0, 0);
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).expect("an answer");
            let line = line.trim().to_ascii_lowercase();
            if let Some(rest) = line.strip_prefix("http/1.1 ") {
                status = rest[..3].parse().expect("a status");
            } else if let Some(text) = line.strip_prefix("content-length: ") {
                length = text.parse().expect("a length");
            } else if line.is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).expect("the body");
        (status, String::from_utf8(body).expect("text"))
    }

    #[track_caller]
    fn check(&mut self, head: &str, body: &str, status: u16, expected: &str) {
        self.send(head, body);
        assert_eq!(self.receive(), (status, expected.to_owned()), "{head}");
    }
}

fn trained() -> Prefix {
    let prefix = Prefix::new(r#"{"column": "price"}"#, "price\n1\n2\n6\n");
    assert!(prefix.train().status.success());
    prefix
}

#[test]
fn serving_answers_on_one_connection() {
    let prefix = trained();
    let mut served = Served::start(&prefix);
    served.check("GET /ping HTTP/1.1", "", 200, "");
    served.check("POST /invocations HTTP/1.1\r\nContent-Type: text/csv", "1\n2\n", 200, "3\n3\n");
    let json = "POST /invocations HTTP/1.1\r\nContent-Type: application/json";
    served.check(json, "[[1],[2]]", 200, r#"{"predictions":[3,3]}"#);
    served.check(
        json,
        "[",
        400,
        r#"{"error":"the body is not valid JSON: EOF while parsing a list at line 1 column 1"}"#,
    );
    let many = "7\n".repeat(40_000);
    served.check("POST /invocations HTTP/1.1\r\nContent-Type: text/csv", &many, 200, &"3\n".repeat(40_000));
    served.check("GET /invocations HTTP/1.1", "", 405, r#"{"error":"use POST"}"#);
    served.check("POST /ping HTTP/1.1", "", 405, r#"{"error":"use GET"}"#);
    served.send("GET /execution-parameters HTTP/1.1", "");
    let (status, body) = served.receive();
    assert_eq!(status, 200);
    assert!(body.contains("\"BatchStrategy\":\"MULTI_RECORD\""), "{body}");
    served.send("GET /elsewhere HTTP/1.1", "");
    assert_eq!(served.receive().0, 404);
    terminate(&served.process);
    assert!(served.process.wait().expect("it ends").success());
}

#[test]
fn a_body_that_is_too_large_is_refused_before_it_is_read() {
    let prefix = trained();
    let mut served = Served::start(&prefix);
    let head = "POST /invocations HTTP/1.1\r\nHost: model\r\nContent-Type: text/csv\r\nContent-Length: 99999999\r\n\r\n";
    served.stream.get_mut().write_all(head.as_bytes()).expect("sent");
    let (status, body) = served.receive();
    assert_eq!(status, 413);
    assert!(body.contains("larger than 26214400 bytes"), "{body}");
    terminate(&served.process);
    assert!(served.process.wait().expect("it ends").success());
}

#[test]
fn sigterm_lets_a_request_under_way_finish() {
    let prefix = trained();
    let mut served = Served::start(&prefix);
    // The head and one half of the body, so that the request is under way when the signal comes.
    let head = "POST /invocations HTTP/1.1\r\nHost: model\r\nContent-Type: text/csv\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n";
    served.stream.get_mut().write_all(head.as_bytes()).expect("sent");
    let mut line = String::new();
    served.stream.read_line(&mut line).expect("it asks for the body");
    assert_eq!(line, "HTTP/1.1 100 Continue\r\n");
    served.stream.read_line(&mut line).expect("the empty line after it");
    terminate(&served.process);
    let address = served.stream.get_ref().peer_addr().expect("connected");
    while TcpStream::connect(address).is_ok() {
        std::thread::yield_now();
    }
    served.stream.get_mut().write_all(b"1\n2\n").expect("sent");
    assert_eq!(served.receive(), (200, "3\n3\n".to_owned()));
    assert!(served.process.wait().expect("it ends").success());
}

#[test]
fn serving_without_a_model_fails_with_the_reason() {
    let prefix = Prefix::new("{}", "");
    let output = prefix.command("serve").output().expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.contains("cannot read") && words.contains("model: No such file"), "{words}");
}
