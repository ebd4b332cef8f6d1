//! The numbers of AWS's contract with containers (Developer Guide, "Custom Inference Code with Hosting Services",
//! and `StopTrainingJob`).

use std::time::Duration;

/// Where a serving container listens.
pub const PORT: u16 = 8080;
/// How long one `/ping` may take.
pub const PING: Duration = Duration::from_secs(2);
/// How long a serving container may take until `/ping` succeeds, unless the endpoint's configuration says otherwise.
pub const STARTUP: Duration = Duration::from_secs(240);
/// How long a serving container may take to accept a connection.
pub const ACCEPT: Duration = Duration::from_millis(250);
/// How long an answer to `/invocations` may take.
pub const INVOCATION: Duration = Duration::from_secs(60);
/// Between SIGTERM and SIGKILL of a training container.
pub const TRAINING_STOP: Duration = Duration::from_secs(120);
/// Between SIGTERM and SIGKILL of a serving container.
pub const SERVING_STOP: Duration = Duration::from_secs(30);
