//! What AWS's container contracts promise in seconds and bytes.

use std::time::Duration;

use crate::contract;

/// The times and sizes of the contracts of containers and of their callers; the default is AWS's.
///
/// They are real time (the grace of training jobs is the platform's clock's), and can be set so that tests need not
/// wait for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Until a serving container must have answered `/ping`, unless its variant says otherwise
    /// (`ContainerStartupHealthCheckTimeoutInSeconds`).
    pub startup: Duration,
    /// How long one `/ping` may take.
    pub ping: Duration,
    /// Between two `/ping` to a container that serves.
    pub ping_period: Duration,
    /// How long a container may take to accept a connection.
    pub accept: Duration,
    /// From the arrival of an invocation to the last byte of its answer.
    pub answer: Duration,
    /// The same where the answer is a stream.
    pub stream: Duration,
    /// The longest body of an invocation, and the longest answer, in bytes.
    pub body: usize,
    /// Between SIGTERM and SIGKILL for a serving container.
    pub serving_grace: Duration,
    /// Between SIGTERM and SIGKILL for a training container.
    pub training_grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            startup: contract::STARTUP,
            ping: contract::PING,
            ping_period: Duration::from_secs(5),
            accept: contract::ACCEPT,
            answer: contract::INVOCATION,
            stream: Duration::from_secs(480),
            body: Self::LARGEST_BODY,
            serving_grace: contract::SERVING_STOP,
            training_grace: contract::TRAINING_STOP,
        }
    }
}

impl Limits {
    /// The longest body that AWS takes: 25 MB (6 MB until 2025).
    pub const LARGEST_BODY: usize = 25 << 20;

    /// How long what is closed may still be worked on: longer than any one answer.
    pub(crate) fn drain(&self) -> Duration {
        self.answer + Duration::from_secs(5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the Developer Guide, in one place: the tests with real containers shorten them.
    #[test]
    fn the_defaults_are_awss() {
        let limits = Limits::default();
        let check = |found: Duration, seconds: f64| assert_eq!(found.as_secs_f64(), seconds);
        check(limits.startup, 4.0 * 60.0);
        check(limits.ping, 2.0);
        check(limits.ping_period, 5.0);
        check(limits.accept, 0.25);
        check(limits.answer, 60.0);
        check(limits.stream, 8.0 * 60.0);
        check(limits.serving_grace, 30.0);
        check(limits.training_grace, 120.0);
        assert_eq!(limits.body, 25 * 1024 * 1024);
        assert!(limits.drain() > limits.answer);
    }
}
