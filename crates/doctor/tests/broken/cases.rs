//! The containers, and what is wrong with each.

use lirio_doctor::{Id, Trial, Verdict};
use lirio_image::{FileSource, ImageBuilder};

use Verdict::{Fail, NotChecked, Warn};

/// A container.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// What the probe is told to break.
    pub(crate) breaks: &'static str,
    /// What makes its image another.
    pub(crate) build: fn(&mut ImageBuilder),
    pub(crate) trial: fn(&mut Trial),
    /// Everything that is not good: parts of what was seen, of the mend and of the last lines, between ` … `.
    pub(crate) expected: &'static [(Id, Verdict, &'static str)],
    /// What nobody can know then.
    pub(crate) skipped: &'static [Id],
    /// In seconds.
    pub(crate) patience: u64,
    /// Whether it is told by an engine too: those whose diagnosis depends on the runtime.
    pub(crate) engine: bool,
    pub(crate) platform: Option<&'static str>,
}

const GOOD: Case = Case {
    name: "good",
    breaks: "",
    build: programs,
    trial: |_| {},
    expected: &[],
    skipped: &[],
    patience: 30,
    engine: true,
    platform: None,
};

/// `train` and `serve` on the PATH.
fn programs(image: &mut ImageBuilder) {
    for name in ["train", "serve"] {
        image.symlink(&format!("/usr/local/bin/{name}"), "/usr/bin/model").unwrap();
    }
}

fn text(content: &str) -> FileSource {
    FileSource::Bytes(content.as_bytes().to_vec())
}

/// A container whose program breaks something by itself.
const fn breaks(
    breaks: &'static str,
    expected: &'static [(Id, Verdict, &'static str)],
    skipped: &'static [Id],
) -> Case {
    Case { name: breaks, breaks, expected, skipped, engine: false, ..GOOD }
}

/// A container whose image is wrong.
const fn image(
    name: &'static str,
    build: fn(&mut ImageBuilder),
    expected: &'static [(Id, Verdict, &'static str)],
    skipped: &'static [Id],
) -> Case {
    Case { name, build, expected, skipped, engine: false, ..GOOD }
}

const TRAINING: &[Id] = &[
    Id::TrainExit,
    Id::TrainStrings,
    Id::TrainModel,
    Id::TrainLost,
    Id::TrainInput,
    Id::TrainFailure,
    Id::TrainStop,
    Id::ServeStart,
    Id::ServeAddress,
    Id::ServePing,
    Id::ServeAccept,
    Id::ServeInvoke,
    Id::ServeBusy,
    Id::ServeRefusal,
    Id::ServePort,
    Id::ServeStop,
];
const SERVING: &[Id] = &[
    Id::ServeStart,
    Id::ServeAddress,
    Id::ServePing,
    Id::ServeAccept,
    Id::ServeInvoke,
    Id::ServeBusy,
    Id::ServeRefusal,
    Id::ServePort,
    Id::ServeStop,
    Id::ServeNoModel,
];
const WHEN_UP: &[Id] = &[
    Id::ServeAddress,
    Id::ServePing,
    Id::ServeAccept,
    Id::ServeInvoke,
    Id::ServeBusy,
    Id::ServeRefusal,
    Id::ServeStop,
];
/// Without a model.
const NO_MODEL: &[Id] = &[
    Id::TrainLost,
    Id::ServeStart,
    Id::ServeAddress,
    Id::ServePing,
    Id::ServeAccept,
    Id::ServeInvoke,
    Id::ServeBusy,
    Id::ServeRefusal,
    Id::ServePort,
    Id::ServeStop,
];
/// Where only serving is looked at.
const NOT_TRAINED: &[Id] = &[
    Id::TrainProgram,
    Id::TrainExit,
    Id::TrainStrings,
    Id::TrainModel,
    Id::TrainLost,
    Id::TrainInput,
    Id::TrainFailure,
    Id::TrainStop,
];
/// Without a training.
const NO_TRAINING: &[Id] = &[
    Id::TrainStrings,
    Id::TrainModel,
    Id::TrainLost,
    Id::TrainInput,
    Id::TrainStop,
    Id::ServeStart,
    Id::ServeAddress,
    Id::ServePing,
    Id::ServeAccept,
    Id::ServeInvoke,
    Id::ServeBusy,
    Id::ServeRefusal,
    Id::ServePort,
    Id::ServeStop,
];

const LABEL: &str = "com.amazonaws.sagemaker.capabilities.accept-bind-to-port";

pub(crate) const CASES: &[Case] = &[
    GOOD,
    Case {
        name: "good, with an entry point",
        build: |image| {
            image.entrypoint(["/usr/bin/model"]);
        },
        ..GOOD
    },
    breaks("regular-only", &[], &[]),
    // What the program does.
    breaks(
        "exit",
        &[(Id::TrainExit, Fail, "it ended with exit code 1 … training failed: the data do not please me")],
        NO_TRAINING,
    ),
    breaks(
        "strings",
        &[(Id::TrainStrings, Fail, "with strings it fails … depth is no number … int(")],
        &[Id::TrainExit, Id::TrainStop],
    ),
    breaks(
        "no-model",
        &[(Id::TrainModel, Fail, "/opt/ml/model is empty … trained … to /opt/ml/model")],
        NO_MODEL,
    ),
    breaks(
        "elsewhere",
        &[(Id::TrainModel, Fail, "/opt/ml/model is empty; it wrote /opt/ml/output/model/model.txt")],
        NO_MODEL,
    ),
    breaks(
        "lost",
        &[(Id::TrainLost, Warn, "it wrote /opt/ml/metrics.json, which is lost … /opt/ml/output/data")],
        &[],
    ),
    breaks("input", &[(Id::TrainInput, Warn, "it changed /opt/ml/input/data/training/cache … /tmp")], &[]),
    breaks(
        "failure",
        &[(
            Id::TrainFailure,
            Warn,
            "with an empty channel 'training' it ends with exit code 1 and writes no /opt/ml/output/failure",
        )],
        &[],
    ),
    breaks(
        "no-data",
        &[(Id::TrainFailure, Warn, "with an empty channel 'training' it ends with exit code 0")],
        &[],
    ),
    Case {
        engine: true,
        ..breaks(
            "train-deaf",
            &[(Id::TrainStop, Fail, "no handler for SIGTERM … signal.signal(signal.SIGTERM")],
            &[],
        )
    },
    breaks("train-stubborn", &[(Id::TrainStop, Warn, "it still ran 10.00 s after SIGTERM")], &[]),
    breaks(
        "serve-dies",
        &[(
            Id::ServeStart,
            Fail,
            "it ended with exit code 4 before it answered /ping … the weights do not fit",
        )],
        WHEN_UP,
    ),
    Case {
        patience: 2,
        ..breaks(
            "other-port",
            &[(Id::ServeStart, Fail, "nothing listens on port 8080 … 0.0.0.0:8080")],
            WHEN_UP,
        )
    },
    Case {
        patience: 2,
        ..breaks("no-ping", &[(Id::ServeStart, Fail, "it answers /ping with 404")], WHEN_UP)
    },
    Case {
        engine: true,
        ..breaks("loopback", &[(Id::ServeAddress, Fail, "loopback address only … Bind to 0.0.0.0")], &[])
    },
    breaks(
        "slow-ping",
        &[(Id::ServePing, Fail, "/ping took 2."), (Id::ServeBusy, Fail, "/ping took 2.")],
        &[],
    ),
    breaks("accept", &[(Id::ServeAccept, Fail, "4 connections at once within … backlog")], &[]),
    breaks("invoke", &[(Id::ServeInvoke, Fail, "500 for text/csv: \"KeyError: 'model'\"")], &[Id::ServeBusy]),
    breaks(
        "crash",
        &[
            (Id::ServeInvoke, Fail, "no answer: it closed the connection"),
            (Id::ServeRefusal, Warn, "an unknown content type has no answer"),
        ],
        &[Id::ServeBusy],
    ),
    breaks(
        "wrong-request",
        &[(Id::ServeInvoke, Warn, "400 for text/csv: \"row 1 has 2 values\" … --payload FILE")],
        &[],
    ),
    breaks("busy", &[(Id::ServeBusy, Fail, "while an invocation ran … gunicorn")], &[]),
    breaks("refusal", &[(Id::ServeRefusal, Warn, "answered with 500 … 415")], &[]),
    Case {
        engine: true,
        ..breaks("serve-deaf", &[(Id::ServeStop, Fail, "no handler for SIGTERM … `exec`")], &[])
    },
    breaks("serve-stubborn", &[(Id::ServeStop, Fail, "it still ran 10.00 s after SIGTERM")], &[]),
    breaks("anything", &[(Id::ServeNoModel, Warn, "without a model it answers /ping with 200")], &[]),
    breaks("unready", &[], &[]),
    // What is asked.
    Case {
        name: "no data",
        trial: |trial| trial.data = None,
        expected: &[(Id::TrainExit, NotChecked, "--training FILE (it ended with exit code 1 without)")],
        skipped: NO_TRAINING,
        engine: false,
        ..GOOD
    },
    Case {
        name: "no request, no hyperparameters",
        trial: |trial| {
            trial.payload = None;
            trial.hyperparameters.clear();
        },
        expected: &[
            (Id::TrainExit, Fail, "depth is no number: {}"),
            (Id::TrainStrings, NotChecked, "--hyperparameter NAME=VALUE"),
        ],
        skipped: NO_TRAINING,
        engine: false,
        ..GOOD
    },
    Case {
        name: "no request",
        trial: |trial| trial.payload = None,
        expected: &[
            (Id::ServeInvoke, NotChecked, "--payload FILE"),
            (Id::ServeBusy, NotChecked, "--payload FILE"),
        ],
        engine: false,
        ..GOOD
    },
    // Images that only serve.
    Case {
        name: "a model of the image's own",
        build: |image| {
            image.symlink("/bin/serve", "/usr/bin/model").unwrap();
            image.file("/opt/ml/model/model.txt", 0o644, text("setosa")).unwrap();
        },
        trial: |trial| trial.data = None,
        skipped: NOT_TRAINED,
        ..GOOD
    },
    Case {
        name: "a model that is given",
        build: |image| {
            image.symlink("/bin/serve", "/usr/bin/model").unwrap();
            // Hidden by the other one.
            image.file("/opt/ml/model/other.txt", 0o644, text("")).unwrap();
        },
        trial: |trial| {
            let folder = trial.data.as_ref().unwrap().with_file_name("given");
            std::fs::create_dir(&folder).unwrap();
            std::fs::write(folder.join("model.txt"), "setosa").unwrap();
            trial.model = Some(folder);
        },
        skipped: NOT_TRAINED,
        ..GOOD
    },
    Case {
        name: "no data, and no model either",
        build: |image| {
            programs(image);
            image.directory("/opt/ml/model", 0o755).unwrap();
        },
        trial: |trial| trial.data = None,
        expected: &[
            (Id::TrainExit, NotChecked, "--training FILE"),
            (Id::ServeStart, NotChecked, "--model FILE|DIR gives one"),
        ],
        skipped: NO_TRAINING,
        engine: false,
        ..GOOD
    },
    // The image.
    Case {
        name: "another processor",
        expected: &[(Id::ImagePlatform, Fail, "the image is for linux/s390x, this machine is")],
        skipped: &[
            Id::TrainProgram,
            Id::ServeProgram,
            Id::TrainExit,
            Id::TrainStrings,
            Id::TrainModel,
            Id::TrainLost,
            Id::TrainInput,
            Id::TrainFailure,
            Id::TrainStop,
            Id::ServeStart,
            Id::ServeAddress,
            Id::ServePing,
            Id::ServeAccept,
            Id::ServeInvoke,
            Id::ServeBusy,
            Id::ServeRefusal,
            Id::ServePort,
            Id::ServeStop,
            Id::ServeNoModel,
        ],
        engine: false,
        platform: Some("s390x"),
        ..GOOD
    },
    image(
        "no train",
        |image| {
            image.symlink("/bin/serve", "/usr/bin/model").unwrap();
        },
        &[(
            Id::TrainProgram,
            Fail,
            "there is no `train` in /usr/local/bin, /bin … COPY train /usr/local/bin/train",
        )],
        TRAINING,
    ),
    image(
        "no serve",
        |image| {
            image.symlink("/bin/train", "/usr/bin/model").unwrap();
        },
        &[(Id::ServeProgram, Fail, "there is no `serve` in /usr/local/bin, /bin")],
        SERVING,
    ),
    image(
        "not executable",
        |image| {
            image.symlink("/bin/train", "/usr/bin/model").unwrap();
            image.file("/bin/serve", 0o644, text("#!/usr/bin/model\n")).unwrap();
        },
        &[(Id::ServeProgram, Fail, "/bin/serve may not be executed (mode 0644) … RUN chmod +x /bin/serve")],
        SERVING,
    ),
    image(
        "carriage returns",
        |image| {
            image.symlink("/bin/train", "/usr/bin/model").unwrap();
            image.file("/bin/serve", 0o755, text("#!/usr/bin/model\r\nx\r\n")).unwrap();
        },
        &[(Id::ServeProgram, Fail, "\"/usr/bin/model\\r\" … sed -i 's/\\r$//' /bin/serve")],
        SERVING,
    ),
    image(
        "no interpreter",
        |image| {
            image.symlink("/bin/train", "/usr/bin/model").unwrap();
            image.file("/bin/serve", 0o755, text("#!/usr/bin/env python\n")).unwrap();
            image.symlink("/usr/bin/env", "model").unwrap();
        },
        &[(Id::ServeProgram, Fail, "/bin/serve is to be run by `python`, which is not in the image")],
        SERVING,
    ),
    image(
        "no first line",
        |image| {
            image.symlink("/bin/train", "/usr/bin/model").unwrap();
            image.file("/bin/serve", 0o755, text("echo no\n")).unwrap();
        },
        &[(Id::ServeProgram, Fail, "neither a program nor a script")],
        SERVING,
    ),
    image(
        "hidden",
        |image| {
            image.symlink("/bin/serve", "/usr/bin/model").unwrap();
            image.file("/opt/ml/model/train", 0o755, text("#!/usr/bin/model\n")).unwrap();
            image.env("PATH", "/opt/ml/model:/bin").unwrap();
        },
        &[(Id::TrainProgram, Fail, "/opt/ml/model/train is hidden … /opt/program")],
        TRAINING,
    ),
    image(
        "a program in /opt/ml/code",
        |image| {
            image.symlink("/bin/serve", "/usr/bin/model").unwrap();
            image.file("/opt/ml/code/train", 0o755, text("#!/usr/bin/model\n")).unwrap();
            image.env("PATH", "/opt/ml/code:/bin").unwrap();
        },
        &[],
        &[],
    ),
    image(
        "no script for the interpreter",
        |image| {
            programs(image);
            image.symlink("/usr/bin/python3", "model").unwrap();
            image.file("/srv/serve", 0o644, text("")).unwrap();
            image.working_dir("/srv").entrypoint(["/usr/bin/python3"]);
        },
        &[(Id::TrainProgram, Fail, "there is no /srv/train in the image … COPY /srv/train")],
        TRAINING,
    ),
    image(
        "shell form",
        |image| {
            image.symlink("/bin/sh", "/usr/bin/model").unwrap();
            image.entrypoint(["/bin/sh", "-c", "/usr/bin/model"]);
        },
        &[(Id::ImageEntrypoint, Fail, "shell form … ENTRYPOINT [\"/usr/bin/model\"] in the Dockerfile")],
        &[],
    ),
    image(
        "tini",
        |image| {
            image.symlink("/sbin/tini", "/usr/bin/model").unwrap();
            image.entrypoint(["/sbin/tini", "--", "/usr/bin/model"]);
        },
        &[(Id::ImageEntrypoint, Warn, "AWS does not support tini")],
        &[],
    ),
    image(
        "another user",
        |image| {
            programs(image);
            image.user("app");
        },
        &[(Id::ImageUser, Warn, "the image runs as app … USER root")],
        &[],
    ),
    image(
        "a label and no port",
        |image| {
            programs(image);
            image.label(LABEL, "true");
        },
        &[(Id::ServePort, Fail, "with SAGEMAKER_BIND_TO_PORT=8090 nothing answers /ping there")],
        &[],
    ),
    Case {
        name: "a label and its port",
        build: |image| {
            programs(image);
            image.label(LABEL, "true");
        },
        ..breaks("bound", &[], &[])
    },
];
