//! What the made-up processing containers do, by the name of their image.

use super::trainers::{Inside, list};

const INPUT: &str = "/opt/ml/processing/input";
const OUTPUT: &str = "/opt/ml/processing/output";

pub(super) async fn program(inside: &Inside, image: &str) -> i32 {
    let host = inside.spec.hostname.clone();
    match image {
        "p-copy" => {
            let rows = inside.read(&format!("{INPUT}/rows.csv"));
            inside.print("one row").await;
            inside.write(&format!("{OUTPUT}/rows.csv"), &rows);
            inside.write(&format!("{OUTPUT}/sub/more.csv"), "more");
            inside.write("/opt/ml/output/message", "all rows");
        }
        "p-fails" => {
            inside.print("row 7 is bad").await;
            inside.write(&format!("{OUTPUT}/half"), "half");
            inside.write("/opt/ml/output/message", "why");
            return 3;
        }
        "p-garbles" => {
            std::fs::write(inside.path("/opt/ml/output/message"), b"ok\xff").unwrap();
        }
        "p-waits" => {
            inside.print("ready").await;
            inside.task.asked().await;
            inside.write(&format!("{OUTPUT}/so-far"), "half");
            return 7;
        }
        "p-stubborn" => {
            inside.print("ready").await;
            std::future::pending().await
        }
        "p-hosts" => {
            let mut names = Vec::new();
            list(&inside.path(INPUT), &mut names);
            names.sort();
            let config = inside.read("/opt/ml/config/resourceconfig.json");
            inside.write(&format!("{OUTPUT}/{host}"), &format!("{} {config}", names.join(" ")));
            inside.write(&format!("{OUTPUT}/shared"), &host);
            inside.write("/opt/ml/output/message", &format!("{host};"));
        }
        "p-second-fails" => {
            if host == "algo-2" {
                inside.print("no shard").await;
                return 1;
            }
            inside.task.asked().await;
        }
        "p-config" => {
            for name in ["processingjobconfig", "resourceconfig"] {
                let text = inside.read(&format!("/opt/ml/config/{name}.json"));
                inside.write(&format!("{OUTPUT}/{name}.json"), &text);
            }
        }
        "p-grows" => {
            // A second file once the first is known to be stored; the first changes at the end.
            inside.write(&format!("{OUTPUT}/first"), "1");
            inside.task.asked().await;
            std::fs::remove_file(inside.path(&format!("{OUTPUT}/first"))).unwrap();
            inside.write(&format!("{OUTPUT}/last"), "2");
        }
        "p-links" => {
            inside.write(&format!("{OUTPUT}/file"), "f");
            inside.write(&format!("{OUTPUT}/nested/inner"), "n");
            let folder = inside.path(OUTPUT);
            std::os::unix::fs::symlink("file", folder.join("inside")).unwrap();
            std::os::unix::fs::symlink("/etc/passwd", folder.join("outside")).unwrap();
        }
        "p-pipes" => {
            let mut all = inside.pipe_of(&format!("{INPUT}/data"), 0, u64::MAX).await;
            all.push(b'|');
            all.extend(inside.pipe_of(&format!("{INPUT}/data"), 1, u64::MAX).await);
            std::fs::write(inside.path(&format!("{OUTPUT}/seen")), all).unwrap();
        }
        "p-nests" => {
            let outer = inside.read(&format!("{INPUT}/rows.csv"));
            let inner = inside.read(&format!("{INPUT}/code/rows.csv"));
            inside.write(&format!("{OUTPUT}/seen"), &format!("{outer} {inner}"));
        }
        other => panic!("{other} does nothing"),
    }
    0
}
