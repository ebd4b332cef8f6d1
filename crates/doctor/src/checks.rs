//! The contract, check by check.
//!
//! The sentences are ours; what they say is in AWS's documentation, at the section that each names.

/// One promise of the contract.
#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    /// Its name, such as `train.model`; it does not change.
    pub id: &'static str,
    /// How it is checked.
    pub how: &'static str,
    /// What the contract says.
    pub sentence: &'static str,
    /// Where it says so.
    pub source: &'static str,
    /// How to mend a container that breaks it, unless more is known.
    pub mend: &'static str,
}

/// The checks, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Id {
    /// What the image runs on.
    ImagePlatform,
    /// How large it is.
    ImageSize,
    /// How its program is started.
    ImageEntrypoint,
    /// As whom.
    ImageUser,
    /// Whether there is a program for `train`.
    TrainProgram,
    /// Whether there is a program for `serve`.
    ServeProgram,
    /// Whether training succeeds.
    TrainExit,
    /// Whether hyperparameters may be strings.
    TrainStrings,
    /// Whether there is a model where it is looked for.
    TrainModel,
    /// Whether training leaves something where nobody looks.
    TrainLost,
    /// Whether training writes where it should only read.
    TrainInput,
    /// Whether a failure is told.
    TrainFailure,
    /// Whether training hears SIGTERM.
    TrainStop,
    /// Whether the server comes up.
    ServeStart,
    /// Whether others reach it.
    ServeAddress,
    /// Whether it answers health checks.
    ServePing,
    /// Whether it accepts connections.
    ServeAccept,
    /// Whether it predicts.
    ServeInvoke,
    /// Whether it answers health checks meanwhile.
    ServeBusy,
    /// Whether it tells the client's errors from its own.
    ServeRefusal,
    /// Whether it listens where it promises to.
    ServePort,
    /// Whether the server hears SIGTERM.
    ServeStop,
    /// Whether a server without a model says so.
    ServeNoModel,
}

impl Id {
    /// What is checked.
    pub fn check(self) -> &'static Check {
        &CHECKS[self as usize]
    }

    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Id> {
        ALL.iter().copied()
    }
}

const ALL: [Id; 23] = [
    Id::ImagePlatform,
    Id::ImageSize,
    Id::ImageEntrypoint,
    Id::ImageUser,
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
];

const RUNS: &str = "SageMaker Developer Guide, \"How Amazon SageMaker Runs Your Training Image\"";
const INFORMS: &str = "SageMaker Developer Guide, \"How Amazon SageMaker Provides Training Information\"";
const SIGNALS: &str =
    "SageMaker Developer Guide, \"How Amazon SageMaker Signals Algorithm Success and Failure\"";
const OUTPUT: &str = "SageMaker Developer Guide, \"How Amazon SageMaker Processes Training Output\"";
const STOP: &str = "SageMaker API Reference, StopTrainingJob";
const SERVES: &str = "SageMaker Developer Guide, \"Custom Inference Code with Hosting Services\", How SageMaker Runs Your Inference Image";
const REQUESTS: &str = "SageMaker Developer Guide, \"Custom Inference Code with Hosting Services\", How Your Container Should Respond to Inference Requests";
const PINGS: &str = "SageMaker Developer Guide, \"Custom Inference Code with Hosting Services\", How Your Container Should Respond to Health Check (Ping) Requests";

/// The table, by [`Id`].
static CHECKS: [Check; 23] = [
    Check {
        id: "image.platform",
        how: "the image's configuration",
        sentence: "An image runs only on the kind of processor that it was built for.",
        source: "OCI Image Format Specification, \"Image Configuration\"",
        mend: "Build the image for this machine's processor, with `docker build --platform`.",
    },
    Check {
        id: "image.size",
        how: "the sizes of its layers",
        sentence: "A serverless endpoint takes no image larger than 10 GB, and every start of any other waits for its download.",
        source: "SageMaker Developer Guide, \"Deploy models with Amazon SageMaker Serverless Inference\"",
        mend: "Begin with a slim base image, and let no caches into a layer: `pip install --no-cache-dir`.",
    },
    Check {
        id: "image.entrypoint",
        how: "the image's configuration",
        sentence: "The entry point is in exec form, so that the program itself is process 1: a shell in its place passes no signals on, and takes `train` and `serve` for itself.",
        source: SERVES,
        mend: "Write ENTRYPOINT as a JSON array.",
    },
    Check {
        id: "image.user",
        how: "the image's configuration",
        sentence: "SageMaker expects containers to run as root; another user may not be allowed to read or write what it mounts.",
        source: SERVES,
        mend: "Take USER out of the Dockerfile, or end it with `USER root`.",
    },
    Check {
        id: "train.program",
        how: "looked up in the image as the container's start looks it up",
        sentence: "A training container is started as `docker run IMAGE train`: `train` is a program on the PATH, or an argument that the entry point understands.",
        source: RUNS,
        mend: "Put an executable called `train` into a folder of the PATH.",
    },
    Check {
        id: "serve.program",
        how: "looked up in the image as the container's start looks it up",
        sentence: "A serving container is started as `docker run IMAGE serve`: `serve` is a program on the PATH, or an argument that the entry point understands.",
        source: SERVES,
        mend: "Put an executable called `serve` into a folder of the PATH.",
    },
    Check {
        id: "train.exit",
        how: "a training with the given data and hyperparameters",
        sentence: "Exit code 0 says that training succeeded, any other that it failed.",
        source: SIGNALS,
        mend: "Its last lines say what went wrong; the container has no network here, as with EnableNetworkIsolation.",
    },
    Check {
        id: "train.strings",
        how: "the same training; if it fails, once more with numbers and truth values as such",
        sentence: "All hyperparameters arrive as strings, numbers too: {\"epochs\": \"10\"}.",
        source: INFORMS,
        mend: "Convert each where it is read: int(hyperparameters[\"epochs\"]).",
    },
    Check {
        id: "train.model",
        how: "what that training leaves",
        sentence: "What training leaves in /opt/ml/model becomes model.tar.gz, and only that is served.",
        source: OUTPUT,
        mend: "Write the model to /opt/ml/model.",
    },
    Check {
        id: "train.lost",
        how: "what that training leaves",
        sentence: "Besides the model, /opt/ml/output/data is kept, and /opt/ml/checkpoints where the job asks for it; all else goes with the container.",
        source: OUTPUT,
        mend: "Write the model to /opt/ml/model, and other results to /opt/ml/output/data.",
    },
    Check {
        id: "train.input",
        how: "what that training leaves",
        sentence: "Data and configuration under /opt/ml/input are there to be read; channels in FastFile mode cannot be written to.",
        source: INFORMS,
        mend: "Write temporary files to /tmp.",
    },
    Check {
        id: "train.failure",
        how: "a training whose channel is empty",
        sentence: "A training that fails writes why to /opt/ml/output/failure; the first 1,024 characters become the job's FailureReason.",
        source: SIGNALS,
        mend: "Catch what goes wrong, write its text to /opt/ml/output/failure, and exit with a code other than 0.",
    },
    Check {
        id: "train.stop",
        how: "SIGTERM to a training whose data are held back",
        sentence: "A training that is to stop gets SIGTERM and, 120 seconds later, SIGKILL; process 1 of a container does not notice a SIGTERM that it has no handler for.",
        source: STOP,
        mend: "Handle SIGTERM, in Python for instance: signal.signal(signal.SIGTERM, lambda *_: sys.exit(143)). A shell script hands over to its program with `exec`.",
    },
    Check {
        id: "serve.start",
        how: "the server with its model: that of the training, the one that is given, or the image's own",
        sentence: "A serving container answers /ping on port 8080 with status 200 within 4 minutes of its start, or the endpoint fails.",
        source: PINGS,
        mend: "Its last lines say what went wrong; the server listens on 0.0.0.0:8080.",
    },
    Check {
        id: "serve.address",
        how: "the sockets of the container",
        sentence: "Requests come from outside of the container, so the server listens on port 8080 at all of its addresses.",
        source: REQUESTS,
        mend: "Bind to 0.0.0.0 in place of 127.0.0.1 or localhost.",
    },
    Check {
        id: "serve.ping",
        how: "three health checks of a server that has nothing to do",
        sentence: "Each /ping is answered within 2 seconds with status 200; the body does not matter.",
        source: PINGS,
        mend: "Answer /ping with an empty 200 as soon as the model is loaded, and do no work for it.",
    },
    Check {
        id: "serve.accept",
        how: "four connections at once",
        sentence: "A container accepts a connection within 250 ms.",
        source: REQUESTS,
        mend: "Accept connections in a thread that does nothing else, and give the listening socket a backlog.",
    },
    Check {
        id: "serve.invoke",
        how: "one request with the given payload",
        sentence: "POST /invocations is answered within 60 seconds, with status 200 for a request that is good.",
        source: REQUESTS,
        mend: "Its last lines say what went wrong; `--payload FILE --content-type TYPE` gives another request.",
    },
    Check {
        id: "serve.busy",
        how: "three health checks, each while an invocation runs",
        sentence: "/ping is asked while invocations run too, and has the same 2 seconds; a container that misses it is replaced.",
        source: PINGS,
        mend: "Serve with more than one worker or thread, such as `gunicorn --worker-class gthread --threads 4`.",
    },
    Check {
        id: "serve.refusal",
        how: "a request whose content type no server knows",
        sentence: "A 4xx says that the request is wrong; a 5xx counts as the model's error, and alarms on those take deployments back.",
        source: "SageMaker Developer Guide, \"Monitor Amazon SageMaker with Amazon CloudWatch\", Invocation5XXErrors",
        mend: "Answer 415 to a content type that the server does not understand.",
    },
    Check {
        id: "serve.port",
        how: "the image's label; with it, a server that is told another port",
        sentence: "An image with the label com.amazonaws.sagemaker.capabilities.accept-bind-to-port=true listens on the port that SAGEMAKER_BIND_TO_PORT says.",
        source: "SageMaker Developer Guide, \"Inference pipelines in Amazon SageMaker\"",
        mend: "Listen on the port of SAGEMAKER_BIND_TO_PORT, and on 8080 without it; or remove the label.",
    },
    Check {
        id: "serve.stop",
        how: "SIGTERM to the server",
        sentence: "A serving container that is to go gets SIGTERM and, 30 seconds later, SIGKILL; process 1 of a container does not notice a SIGTERM that it has no handler for.",
        source: SERVES,
        mend: "Answer what is under way and exit on SIGTERM. A shell script hands over to its server with `exec`.",
    },
    Check {
        id: "serve.no-model",
        how: "the server with an empty /opt/ml/model",
        sentence: "/ping says that the container can take requests; one that cannot load its model ends, or answers with another status.",
        source: PINGS,
        mend: "Load the model before the server answers /ping with 200, and exit with a message if that fails.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_ids() {
        for (place, id) in Id::all().enumerate() {
            assert_eq!(id as usize, place);
            // TrainStop is train.stop.
            let name: String = id.check().id.split(['.', '-']).map(capital).collect();
            assert_eq!(name, format!("{id:?}"));
        }
    }

    #[test]
    fn each_is_in_the_documentation() {
        let text = include_str!("../../../docs/DOCTOR.md");
        for id in Id::all() {
            assert!(text.contains(&format!("`{}`", id.check().id)), "{id:?}");
        }
    }

    fn capital(word: &str) -> String {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    }
}
