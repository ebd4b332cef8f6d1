//! The contracts of AWS's Developer Guide for training and serving containers, line by line, and what keeps each.

use crate::Check;

/// One thing that AWS promises to a container, or asks of one.
pub(crate) struct Line {
    says: &'static str,
    kept: Kept,
}

enum Kept {
    /// The checks that try it.
    By(&'static [&'static str]),
    /// It is not tried here, for this reason.
    Not(&'static str),
}

const fn by(says: &'static str, checks: &'static [&'static str]) -> Line {
    Line { says, kept: Kept::By(checks) }
}

const fn not(says: &'static str, why: &'static str) -> Line {
    Line { says, kept: Kept::Not(why) }
}

const TRAIN_SEES: &str = "train: what a container sees";
const SERVE_SEES: &str = "serve: what a container sees";

/// "Use your own training algorithms".
const TRAINING: &[Line] = &[
    by("run as `IMAGE train`", &[TRAIN_SEES, "train: an image with an entry point gets `train` behind it"]),
    by(
        "ContainerEntrypoint replaces the entry point, ContainerArguments the argument",
        &["train: ContainerEntrypoint and ContainerArguments replace"],
    ),
    by(
        "/opt/ml belongs to SageMaker: what the image has in input, model and output is hidden, its /opt/ml/code stays",
        &["train: an image with an entry point gets `train` behind it"],
    ),
    not("tini as the entry point is not supported", "a promise of less: here it runs like any program"),
    by("the image's user runs the program", &["train: the image's user"]),
    by("the host's name is algo-N and leads to it", &[TRAIN_SEES]),
    by("hyperparameters.json: strings, whatever they look like", &[TRAIN_SEES]),
    by("inputdataconfig.json: what each channel is", &[TRAIN_SEES]),
    by(
        "resourceconfig.json: all hosts, sorted, and the groups",
        &[TRAIN_SEES, "train: the hosts of a job know and reach each other"],
    ),
    by("File channels are folders", &[TRAIN_SEES]),
    by(
        "FastFile channels are folders that cannot be written",
        &["train: FastFile channels are read-only folders"],
    ),
    by(
        "Pipe channels are FIFOs, one for each epoch, the next when the former was closed",
        &["train: Pipe channels are a FIFO for each epoch"],
    ),
    by("ShardedByS3Key gives every host its share", &["train: the hosts of a job know and reach each other"]),
    by(
        "/opt/ml/model becomes model.tar.gz, /opt/ml/output/data becomes output.tar.gz",
        &["train: model and output become archives"],
    ),
    by("/opt/ml/output/failure becomes FailureReason, at most 1024 characters", &["train: the failure file"]),
    by(
        "/opt/ml/checkpoints is there at the start and stored while it runs, deletions too",
        &[
            "train: checkpoints go both ways",
            "train: a spot job is interrupted and goes on from its checkpoints",
        ],
    ),
    by("TRAINING_JOB_NAME, TRAINING_JOB_ARN and all of Environment are set", &[TRAIN_SEES]),
    not("SM_* variables", "the training toolkit makes them of the files, inside the container"),
    by("EnableNetworkIsolation: nothing is reached, the platform neither", &["train: network isolation"]),
    by("exit code 0 is Completed, any other Failed", &["train: exit codes"]),
    by(
        "StopTrainingJob: SIGTERM; what is written by then is kept",
        &["train: StopTrainingJob sends SIGTERM, and what is written by then is kept"],
    ),
    by("SIGKILL 120 seconds after SIGTERM", &["train: SIGKILL comes 120 seconds after SIGTERM"]),
    by(
        "MaxRuntimeInSeconds: ends as a stop does, Stopped and MaxRuntimeExceeded",
        &["train: MaxRuntimeInSeconds ends a job as a stop does"],
    ),
    by(
        "spot: Training, Interrupted, Starting, Downloading, Training",
        &["train: a spot job is interrupted and goes on from its checkpoints"],
    ),
    not("spot: Stopped and MaxWaitTimeExceeded", "no container takes part: tests/it/training_queue.rs"),
    by(
        "metrics: the first group of a regex, in both outputs, to /aws/sagemaker/TrainingJobs and Describe",
        &["train: metrics are read from the output"],
    ),
    by("logs: /aws/sagemaker/TrainingJobs, JOB/algo-N-EPOCH", &["train: logs"]),
    by(
        "the memory of the instance type is all there is",
        &["train: memory beyond the instance's ends the container"],
    ),
    by(
        "GPUs of the instance type, and no others",
        &["train: a container sees the GPUs of its instance type"],
    ),
    by(
        "warm pools: Available, InUse, Reused, Terminated; reused by a job that matches; ends with its time",
        &["train: a warm pool is kept, reused by a job that matches, and ends"],
    ),
];

const PROCESS_SEES: &str = "process: what a container sees";

/// "How to Build Your Own Processing Container".
const PROCESSING: &[Line] = &[
    by(
        "processingjobconfig.json, resourceconfig.json, Environment; inputs at their LocalPath",
        &[PROCESS_SEES],
    ),
    by(
        "ContainerEntrypoint and ContainerArguments are those of `docker run`",
        &["process: ContainerArguments replace the image's, ContainerEntrypoint takes them along"],
    ),
    by("the image's user runs the program", &["process: the image's user"]),
    by("EnableNetworkIsolation: nothing is reached, the platform neither", &["process: network isolation"]),
    by("exit code 0 is Completed, any other Failed", &["process: exit codes"]),
    by("/opt/ml/output/message becomes ExitMessage", &["process: the message"]),
    by(
        "EndOfJob: the files of an output's folder are uploaded",
        &["process: files become objects, links do not"],
    ),
    by("Continuous: files are uploaded while the job runs", &["process: a continuous output"]),
    by("Pipe inputs are FIFOs", &["process: a pipe"]),
    by("logs: /aws/sagemaker/ProcessingJobs, JOB/algo-N-EPOCH", &["process: logs"]),
    by(
        "StopProcessingJob: SIGTERM; what is written by then is kept",
        &["process: StopProcessingJob sends SIGTERM, and what is written by then is kept"],
    ),
    by("SIGKILL 120 seconds after SIGTERM", &["process: SIGKILL comes 120 seconds after SIGTERM"]),
];

/// "Use your own inference code", hosting services.
const SERVING: &[Line] = &[
    by("run as `IMAGE serve`", &[SERVE_SEES, "serve: an image with an entry point gets `serve` behind it"]),
    by("root runs it, on port 8080", &[SERVE_SEES]),
    by("the variables of the container definition are set", &[SERVE_SEES]),
    by("ContainerHostname is the host's name and leads to it", &[SERVE_SEES]),
    by(
        "the model's archive is unpacked to /opt/ml/model before the start, and must be a tar.gz",
        &[SERVE_SEES, "serve: an archive that is none fails the endpoint"],
    ),
    by(
        "without model data, the image's own /opt/ml/model is used",
        &["serve: a model that the image brings along"],
    ),
    by("ModelDataSource: the objects of a prefix, as they are", &["serve: a model that is not an archive"]),
    by(
        "/ping: 200 is enough, 2 seconds each",
        &["serve: /ping is asked until it answers 200, 2 seconds each time"],
    ),
    by(
        "healthy within 4 minutes of the start, else the endpoint is Failed",
        &[
            "serve: a container that is not healthy in time fails the endpoint",
            "serve: a container that ends before /ping answers fails the endpoint",
        ],
    ),
    by(
        "ContainerStartupHealthCheckTimeoutInSeconds, 60 to 3600, is used instead",
        &["serve: ContainerStartupHealthCheckTimeoutInSeconds gives more time"],
    ),
    by(
        "a container that is unhealthy or has ended is replaced",
        &[
            "serve: a container that is not healthy any more is replaced",
            "serve: a container that crashes is started again",
        ],
    ),
    by(
        "/invocations: the body, the content types and SageMaker's headers; all others are stripped",
        &["serve: /invocations"],
    ),
    by("errors of the container are ModelError, with its status and words", &["serve: /invocations"]),
    by("GPUs of the instance type", &["serve: a container sees the GPUs of its instance type"]),
    by("a connection is accepted within 250 ms", &["serve: a connection is accepted within 250 ms"]),
    by("an answer within 60 seconds", &["serve: an answer within 60 seconds"]),
    by("bodies up to 25 MB (6 MB as a setting)", &["serve: bodies up to 25 MB"]),
    by(
        "scale-in and update: SIGTERM, for those that go",
        &[
            "serve: DeleteEndpoint sends SIGTERM",
            "serve: fewer instances: SIGTERM for those that go",
            "serve: an update: SIGTERM for those that served before",
        ],
    ),
    by("SIGKILL 30 seconds after SIGTERM", &["serve: SIGKILL comes 30 seconds after SIGTERM"]),
    by("streams: a chunked answer is passed on in pieces", &["serve: an answer in pieces"]),
    by("streams: 8 minutes", &["serve: a streamed answer within 8 minutes"]),
    not("bidirectional streams", "not served; the operation is refused by name"),
    by(
        "the memory of the instance type is all there is",
        &["serve: memory beyond the instance's ends the container, and another takes its place"],
    ),
    by(
        "several models in a container, several containers (SAGEMAKER_BIND_TO_PORT): refused",
        &["serve: what is not served is refused by name"],
    ),
    by(
        "metrics: Invocations, errors, ModelLatency, OverheadLatency in AWS/SageMaker",
        &["serve: what is invoked is counted"],
    ),
    not(
        "metrics: CPUUtilization, MemoryUtilization and DiskUtilization in /aws/sagemaker/Endpoints",
        "told once a minute: runtime/tests/it/limits.rs tries what a container uses",
    ),
    not(
        "SAGEMAKER_MODEL_SERVER_*",
        "the inference toolkit reads them; they come by the container definition",
    ),
];

/// "Use your own inference code with batch transform".
const TRANSFORM: &[Line] = &[
    by("run as `IMAGE serve`, with the model at /opt/ml/model", &["transform: what a container sees"]),
    by(
        "SAGEMAKER_BATCH, and SAGEMAKER_MAX_PAYLOAD_IN_MB, SAGEMAKER_BATCH_STRATEGY, SAGEMAKER_MAX_CONCURRENT_TRANSFORMS",
        &["transform: what a container sees", "transform: variables say what the job says"],
    ),
    by("Content-Type and Accept are those of the job", &["transform: what a request brings"]),
    by("SingleRecord and MultiRecord: so many records in a request", &["transform: records in a request"]),
    by("a request has at most MaxPayloadInMB", &["transform: the largest payload"]),
    by("MaxPayloadInMB 0: in chunks, of any size", &["transform: payloads of any size come in chunks"]),
    by(
        "GET /execution-parameters: the request's settings come first, the container's second",
        &["transform: GET /execution-parameters"],
    ),
    by(
        "/ping as for hosting services",
        &[
            "transform: /ping is asked until it answers 200",
            "transform: a container that never answers /ping fails the job",
        ],
    ),
    by("a container that ends fails the job", &["transform: a container that crashes fails the job"]),
    by("SIGTERM at the end of the job", &["transform: SIGTERM comes when the job is done"]),
];

/// Every line names checks that exist, and every check keeps some line.
pub(crate) fn check(all: &[Check]) {
    let lines = || TRAINING.iter().chain(PROCESSING).chain(SERVING).chain(TRANSFORM);
    let named = || {
        lines().flat_map(|line| match line.kept {
            Kept::By(checks) => checks.iter().map(|check| (line.says, *check)).collect::<Vec<_>>(),
            Kept::Not(_) => Vec::new(),
        })
    };
    for (says, check) in named() {
        assert!(
            all.iter().any(|(name, _)| *name == check),
            "{says:?} is kept by {check:?}, which is no check"
        );
    }
    for (name, _) in all {
        assert!(named().any(|(_, check)| check == *name), "{name:?} keeps no line of the contracts");
    }
}

/// The lines that nothing here tries.
pub(crate) fn untried() -> impl Iterator<Item = (&'static str, &'static str)> {
    TRAINING.iter().chain(PROCESSING).chain(SERVING).chain(TRANSFORM).filter_map(|line| match line.kept {
        Kept::Not(why) => Some((line.says, why)),
        Kept::By(_) => None,
    })
}
