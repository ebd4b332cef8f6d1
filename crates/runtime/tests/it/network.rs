//! The two doors of a container's network.

use std::net::Ipv4Addr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use lirio_runtime::{NetworkMember, Runtime as _, RuntimeError, SetupStep, SharedNetwork};

use crate::harness::{Test, block_on, check, finish, probe, refused, runtime, start, text};

pub(crate) const TESTS: &[Test] = &[
    ("there_is_only_lo", there_is_only_lo),
    ("connections_go_in", connections_go_in),
    ("a_refused_connection_says_so", a_refused_connection_says_so),
    ("connections_come_out", connections_come_out),
    ("two_containers_use_one_port", two_containers_use_one_port),
    ("members_of_a_network_reach_each_other", members_of_a_network_reach_each_other),
];

fn there_is_only_lo() {
    check(&["connect", "192.0.2.1:80"], "error 101");
    // The host's own loopback is another.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    check(&["connect", &listener.local_addr().unwrap().to_string()], "error 111");
}

async fn echo(container: &lirio_runtime::Container, port: u16, words: &str) -> String {
    let mut stream = container.connect(port).await.unwrap();
    stream.write_all(words.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

fn connections_go_in() {
    block_on(async {
        // A port below 1024, and a user that is not root.
        let mut spec = probe(&["echo-server", "80"]);
        spec.user = Some("model".into());
        let container = start(spec).await;
        let mut logs = container.take_logs().unwrap();
        assert_eq!(logs.recv().await.unwrap().bytes, "ready");
        for number in 0..200 {
            assert_eq!(echo(&container, 80, &format!("ping {number}")).await, format!("PING {number}"));
        }
        // Many at the same time.
        let container = std::sync::Arc::new(container);
        let many: Vec<_> = (0..300)
            .map(|number| {
                let container = std::sync::Arc::clone(&container);
                tokio::spawn(async move { echo(&container, 80, &format!("x{number}")).await })
            })
            .collect();
        for (number, one) in many.into_iter().enumerate() {
            assert_eq!(one.await.unwrap(), format!("X{number}"));
        }
        container.kill().await.unwrap();
        container.wait().await;
        assert!(matches!(container.connect(80).await, Err(RuntimeError::Connect { .. })));
    });
}

fn a_refused_connection_says_so() {
    block_on(async {
        let container = start(probe(&["sleep"])).await;
        match container.connect(8080).await {
            Err(RuntimeError::Connect { port: 8080, source, .. }) => {
                assert_eq!(source.kind(), std::io::ErrorKind::ConnectionRefused);
            }
            other => panic!("{other:?}"),
        }
    });
}

fn connections_come_out() {
    block_on(async {
        let mut spec = probe(&["connect", "127.0.0.1:9001"]);
        spec.listeners = vec![9000, 9001];
        let container = start(spec).await;
        assert!(container.take_listener(9000).is_some() && container.take_listener(1).is_none());
        let listener = container.take_listener(9001).unwrap();
        assert!(container.take_listener(9001).is_none());
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut words = String::new();
        stream.read_to_string(&mut words).await.unwrap();
        assert_eq!(words, "from inside");
        stream.write_all(b"from outside").await.unwrap();
        drop(stream);
        let (lines, exit) = finish(container).await;
        assert_eq!(text(&lines, lirio_runtime::Stream::Stdout), ["from outside"]);
        assert!(exit.success());
    });
    let mut spec = probe(&["cwd"]);
    spec.listeners = vec![9000, 9000];
    match block_on(refused(spec)) {
        RuntimeError::Setup { failure, .. } => assert_eq!(failure.step, SetupStep::Listener),
        other => panic!("{other}"),
    }
}

fn two_containers_use_one_port() {
    block_on(async {
        let (one, two) =
            (start(probe(&["echo-server", "8080"])).await, start(probe(&["echo-server", "8080"])).await);
        for container in [&one, &two] {
            let mut logs = container.take_logs().unwrap();
            assert_eq!(logs.recv().await.unwrap().bytes, "ready");
            assert_eq!(echo(container, 8080, "a").await, "A");
        }
    });
}

fn members_of_a_network_reach_each_other() {
    block_on(async {
        let network = SharedNetwork::default();
        let names: Vec<_> = (1..=3).map(|n| (format!("algo-{n}"), Ipv4Addr::new(10, 0, 0, n))).collect();
        let member = |n: usize, words: &[&str]| {
            let mut spec = probe(words);
            let address = names[n - 1].1;
            spec.hostname = names[n - 1].0.clone();
            spec.network = Some(NetworkMember { network: network.clone(), address, names: names.clone() });
            spec
        };
        let server = match runtime().start(member(1, &["echo-server", "7000"])).await {
            // Rootless, where the device is for root alone.
            Err(RuntimeError::Setup { failure, advice, .. })
                if failure.step == SetupStep::NetworkInterface =>
            {
                assert!(advice.contains("/dev/net/tun"), "{advice}");
                println!("SKIPPED: {failure}");
                return;
            }
            other => other.unwrap(),
        };
        let mut logs = server.take_logs().unwrap();
        assert_eq!(logs.recv().await.unwrap().bytes, "ready");
        // The same port as the server's own, on another host.
        let second = start(member(2, &["echo-server", "7000"])).await;
        for name in ["algo-1:7000", "algo-2:7000"] {
            let (lines, _) = finish(start(member(3, &["connect", name])).await).await;
            assert_eq!(text(&lines, lirio_runtime::Stream::Stdout), ["FROM INSIDE"], "{name}");
        }
        // Who is not a member sees nothing of it.
        let (lines, _) = finish(start(probe(&["connect", "10.0.0.1:7000"])).await).await;
        assert_eq!(text(&lines, lirio_runtime::Stream::Stdout), ["error 101"]);
        // A member's own name is its own address.
        drop(second);
        let (lines, exit) = finish(start(member(3, &["connect", "algo-3:1"])).await).await;
        assert_eq!(text(&lines, lirio_runtime::Stream::Stdout), ["error 111"], "{exit:?}");
        server.kill().await.unwrap();
        server.removed().await;
    });
}
