"""A busy team's week in fast forward: a seeded schedule of jobs, endpoints, executions, functions and objects, with
crashes, restarts and a full disk between them, and a ledger of what the platform has acknowledged."""

import contextlib
import hashlib
import itertools
import json
import os
import random
import signal
import subprocess
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

from support import oci
from support.platform import ROOT, Platform, until
from support.remains import Ballast, inside, stat, store_counts
from support.stack import Stack, allow

BUCKET_KEY = "training-data/{}.csv"
FINAL = ("Completed", "Failed", "Stopped")
TRANSIENT = ("Creating", "Updating", "RollingBack", "SystemUpdating")
# What a training program does, and how its job ends when nothing disturbs it.
JOBS = {
    "copy": "Completed", "pipe": "Completed", "fast": "Completed", "daemon": "Completed", "warm": "Completed",
    "hosts": "Completed", "spot": "Completed", "nonsense": "Failed", "abort": "Failed", "wait": "Stopped",
    "spot-wait": "Stopped", "late": "Stopped", "no-image": "Failed",
}
WEIGHTS = {"copy": 6, "pipe": 3, "fast": 3, "daemon": 2, "warm": 3, "hosts": 2, "spot": 2, "nonsense": 2, "abort": 1,
           "wait": 3, "spot-wait": 1, "late": 1, "no-image": 1}
SERVERS = ("one", "two", "three")

# Answers of a call that says nothing about what the platform did.
LOST, FULL = object(), object()


def program(folder, name):
    """One of the tests' own programs, compiled statically."""
    out = Path(folder) / name
    command = [os.environ.get("RUSTC", "rustc"), "--edition", "2024", "-C", "target-feature=+crt-static",
               "-C", "opt-level=1", "-o", out, ROOT / f"tests/support/{name}.rs"]
    subprocess.run(command, check=True)
    return out.read_bytes()


def sha(body):
    return hashlib.sha256(body).hexdigest()


class Resources(Stack):
    """What the week works with: buckets, roles, images, a function, a state machine that uploads start."""

    def policies(self):
        bucket = f"arn:aws:s3:::{self.bucket}"
        everything = {"training": [allow(["s3:*"], bucket, f"{bucket}/*"), allow(["ecr:*", "logs:*", "cloudwatch:*"], "*")]}
        return [(part, service, everything.get(part, statements)) for part, service, statements in super().policies()]

    def create(self, programs):
        self.create_buckets()
        self.create_roles()
        ecr = self.client("ecr")
        repository = ecr.create_repository(repositoryName=self.name)["repository"]["repositoryUri"]
        token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
        registry = oci.Registry(self.platform.url, token, self.name)
        self.images = {}
        for part in ("trainer", "server"):
            registry.push(*oci.model_image(programs[part]), part)
            self.images[part] = f"{repository}:{part}"
        self.create_function(programs["function"])
        self.create_state_machine()
        self.create_trail()
        self.create_rule()
        return self

    def create_state_machine(self):
        train = {
            "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "ResultPath": "$.job",
            "Parameters": {
                "TrainingJobName.$": "States.ArrayGetItem(States.StringSplit($$.Execution.Name, '_'), 0)",
                "RoleArn": self.role_arn("training"),
                "AlgorithmSpecification": {"TrainingImage": self.images["trainer"], "TrainingInputMode": "File",
                                           "ContainerArguments": ["train", "copy"]},
                "InputDataConfig": [{"ChannelName": "train", "DataSource": {"S3DataSource": {
                    "S3DataType": "S3Prefix",
                    "S3Uri.$": "States.Format('s3://{}/{}', $.detail.requestParameters.bucketName, $.detail.requestParameters.key)"}}}],
                "OutputDataConfig": {"S3OutputPath": f"s3://{self.bucket}/models"},
                "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1},
                "StoppingCondition": {"MaxRuntimeInSeconds": 300},
            },
            "Next": "Ask",
        }
        ask = {
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultPath": "$.answer", "Next": "Rest",
            "Parameters": {"FunctionName": self.function_arn, "Payload": {"key.$": "$.detail.requestParameters.key"}},
        }
        definition = {"StartAt": "Train", "States": {
            "Train": train, "Ask": ask, "Rest": {"Type": "Wait", "Seconds": 1, "Next": "Done"}, "Done": {"Type": "Succeed"}}}
        made = self.client("stepfunctions").create_state_machine(
            name=self.name, definition=json.dumps(definition), roleArn=self.role_arn("pipeline"))
        assert made["stateMachineArn"] == self.state_machine_arn


class Job:
    def __init__(self, kind):
        self.kind = kind
        self.there = False
        # The statuses in which it may end.
        self.may_end = {JOBS[kind]}
        self.stop_asked = False
        self.ended = None


class Endpoint:
    """What the test knows of an endpoint: the configurations one of which it may have when it is at rest."""

    def __init__(self):
        self.busy = threading.Lock()
        self.there = False
        self.configs = set()
        # Set while a call about its existence was not answered.
        self.unsure = False


class Week:
    """Drives a platform, and remembers what it promised."""

    def __init__(self, folder, remains, seed, disk=None, engine=None, say=print):
        """`disk`: the folder of a file system that may become full.  `engine`: a Docker engine that runs containers."""
        self.remains, self.engine, self.say = remains, engine, say
        self.draw = random.Random(seed)
        self.disk = Ballast(disk) if disk else None
        self.full = False
        data = Path(disk or folder) / "data"
        runtime, more = (("--runtime", "docker"), {"DOCKER_HOST": f"unix://{engine.socket}"}) if engine else ((), {})
        self.platform = Platform(data, "--training-cpus", "8", "--training-memory-gib", "32", *runtime,
                                 log=Path(folder) / "platform.log", env=remains.environment() | more)
        self.numbers = itertools.count()
        self.objects, self.jobs, self.uploads, self.models = {}, {}, {}, set()
        self.endpoints = {f"endpoint-{n}": Endpoint() for n in range(3)}
        self.versions = {}
        self.lock = threading.Lock()
        self.happened = Counter()
        self.hosts = os.access("/dev/net/tun", os.R_OK | os.W_OK) and not engine

    # Starting and ending the platform.

    def open(self, programs):
        self.start()
        self.stack = Resources(self.platform, "week").create(programs)
        self.on()

    def start(self):
        self.platform.start()
        self.remains.serves(self.platform)

    def on(self):
        """Takes the clients anew, as after a restart on another port."""
        names = ("s3", "sagemaker", "sagemaker-runtime", "stepfunctions", "lambda", "logs", "cloudwatch")
        self.clients = {name: self.platform.client(name, max_pool_connections=20) for name in names}
        self.stack.on(self.platform)

    def running(self):
        """What runs for the platform, which names no process twice."""
        return {(pid, s["start"]) for pid in self.remains.processes() if pid != self.platform.pid and (s := stat(pid))}

    def restart(self, ended):
        """After `ended` (a kill or a stop) nothing of before goes on, and the platform starts again."""
        shown, before, was = self.remains.processes(), self.running(), self.platform.pid
        contained = set(self.engine.containers()) if self.engine else set()
        ended()
        while True:
            try:
                self.start()
                break
            except AssertionError as error:
                # It may refuse a full disk, if it says so; what starts before this one said is in the log too.
                if not self.full or "no space left" not in str(error).rpartition("started endpoint")[2].lower():
                    raise
                self.happened["start refused: the disk is full"] += 1
                self.unload()
        self.on()
        alive = lambda: [pid for pid, start in before if (s := stat(pid)) and s["start"] == start and s["state"] != "Z"]
        try:
            until("what ran before has ended", lambda: not alive(), 30)
        except TimeoutError as error:
            error.add_note("\n".join(f"{shown.get(pid)} {stat(pid)}" for pid in alive()))
            raise
        if contained:
            until("the engine's containers of before are gone", lambda: not contained & set(self.engine.containers()), 60)
        until(f"the groups of process {was} are gone",
              lambda: not [g for g in self.remains.groups() if f"/{was}-" in g], 30)
        # The new platform has control groups of its own, and the engine mounts for its containers.
        own = lambda line: line.startswith(("cgroup", "empty cgroup")) or self.engine and line.startswith("mount")
        here = lambda: [line for line in self.remains.outside() if not own(line)]
        left = self.remains.staying(here)
        assert not left, left

    def load(self):
        """The disk is full; whatever has not ended may fail because of it."""
        self.full = True
        for job in self.jobs.values():
            job.may_end |= set(FINAL)
        for upload in self.uploads.values():
            upload["disturbed"] = True
        self.disk.load()
        self.happened["disk full"] += 1

    def unload(self):
        self.disk.unload()
        self.full = False

    # One call.

    def call(self, service, operation, refused=(), **arguments):
        """The answer; LOST if the platform may have ended under it, FULL if it said that the disk is full, and the
        error's code if that is one of `refused`."""
        try:
            answer = getattr(self.clients[service], operation)(**arguments)
            if "Body" in answer:
                answer["Body"] = answer["Body"].read()
            return answer
        except ClientError as error:
            code, status = error.response["Error"]["Code"], error.response["ResponseMetadata"].get("HTTPStatusCode")
            message = error.response["Error"].get("Message", "")
            if code in refused or any(r in message for r in refused):
                return code
            if code == "ServiceUnavailable" or status == 503 and not self.full:
                return LOST
            if "no space left" in message.lower() and status >= 500:
                self.happened[f"told of the full disk: {operation}"] += 1
                return FULL
            # Whoever is killed while a function starts takes the invocation that waits for it along.
            if "The execution environment" in message and "did not start" in message and self.happened["killed"]:
                return LOST
            raise AssertionError(f"{operation} was answered {status} {code}: {message}"
                                 f"{' (the disk is full)' if self.full else ''}") from error
        except (BotoCoreError, HTTPClientError, OSError) as error:
            return self.lost(operation, error)

    def lost(self, operation, error):
        """The connection broke: only where the platform was ended under it."""
        if self.full and not self.ending:
            raise AssertionError(f"{operation} got no answer from a full disk: {error!r}") from error
        self.happened["answers lost"] += 1
        return LOST

    ending = False

    # What a team does.  Everything random is drawn before, so that a seed gives the same schedule.

    def plan(self):
        """One action, as something to call."""
        kind = self.draw.choices(("job", "endpoint", "object", "upload", "function", "invoke", "model", "kill"),
                                 (12, 6, 5, 3, 3, 4, 2, 2))[0]
        number, rest = next(self.numbers), random.Random(self.draw.randrange(1 << 32))
        act = getattr(self, f"do_{kind}")

        def run():
            act(number, rest)
            with self.lock:
                self.happened[kind] += 1

        return run

    def do_object(self, number, draw):
        key = f"objects/{draw.randrange(12)}"
        with self.lock:
            known = self.objects.setdefault(key, {"may": {None}, "lock": threading.Lock()})
        with known["lock"]:
            if draw.random() < 0.25:
                answer = self.call("s3", "delete_object", Bucket=self.stack.bucket, Key=key)
                wanted = None
            else:
                body = draw.randbytes(draw.choice((10, 5_000, 70_000, 400_000)))
                answer = self.call("s3", "put_object", Bucket=self.stack.bucket, Key=key, Body=body)
                wanted = sha(body)
            if answer is LOST:
                known["may"].add(wanted)
            elif answer is not FULL:
                known["may"] = {wanted}

    def do_upload(self, number, draw):
        key = BUCKET_KEY.format(number)
        with self.lock:
            self.uploads[key] = {"there": False, "disturbed": self.full}
        answer = self.call("s3", "put_object", Bucket=self.stack.bucket, Key=key, Body=b"a,b\n1,2\n")
        # LOST: the object says later whether it counts.
        self.uploads[key]["there"] = None if answer is LOST else answer is not FULL

    def do_model(self, number, draw):
        name = f"model-{number}"
        answer = self.call("sagemaker", "create_model", ModelName=name, ExecutionRoleArn=self.stack.role_arn("training"),
                           PrimaryContainer={"Image": self.stack.images["server"]})
        if answer not in (LOST, FULL):
            with self.lock:
                self.models.add(name)

    def do_function(self, number, draw):
        waits = draw.random() < 0.5
        event = json.dumps({"number": number, **({"crash": True} if draw.random() < 0.15 else {})})
        answer = self.call("lambda", "invoke", FunctionName=f"{self.stack.name}-validate", Payload=event,
                           InvocationType="RequestResponse" if waits else "Event")
        if waits and isinstance(answer, dict) and "FunctionError" not in answer:
            assert answer["Payload"].read().decode() == event, answer

    def do_job(self, number, draw):
        kind = draw.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        if kind == "hosts" and not self.hosts:
            kind = "copy"
        pause = draw.uniform(0, 0.6)
        name, bucket = f"job-{number}-{kind}", self.stack.bucket
        does = {"warm": "copy", "hosts": "hosts", "spot": "copy", "spot-wait": "wait", "late": "wait", "no-image": "copy"}
        job = Job(kind)
        if self.full:
            job.may_end = set(FINAL)
        image = self.stack.images["trainer"] if kind != "no-image" else self.stack.images["trainer"] + "-none"
        request = {
            "TrainingJobName": name, "RoleArn": self.stack.role_arn("training"),
            "AlgorithmSpecification": {"TrainingImage": image, "TrainingInputMode": "File",
                                       "ContainerArguments": ["train", does.get(kind, kind)]},
            "InputDataConfig": [{"ChannelName": "train", "InputMode": {"pipe": "Pipe", "fast": "FastFile"}.get(kind, "File"),
                                 "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": f"s3://{bucket}/in/"}}}],
            "OutputDataConfig": {"S3OutputPath": f"s3://{bucket}/out"},
            "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 2 if kind == "hosts" else 1, "VolumeSizeInGB": 1},
            "StoppingCondition": {"MaxRuntimeInSeconds": 1 if kind == "late" else 600},
        }
        if kind == "warm":
            request["ResourceConfig"]["KeepAlivePeriodInSeconds"] = draw.choice((1, 60))
        if kind.startswith("spot"):
            request["EnableManagedSpotTraining"] = True
            request["StoppingCondition"]["MaxWaitTimeInSeconds"] = 1200
            request["CheckpointConfig"] = {"S3Uri": f"s3://{bucket}/checkpoints/{name}/"}
        with self.lock:
            self.jobs[name] = job
        answer = self.call("sagemaker", "create_training_job", **request)
        job.there = None if answer is LOST else answer is not FULL
        if kind.endswith("wait") and job.there:
            time.sleep(pause)
            self.stop(name)

    def stop(self, name):
        answer = self.call("sagemaker", "stop_training_job", ("ValidationException", "ResourceNotFound"), TrainingJobName=name)
        self.jobs[name].stop_asked = answer not in (LOST, FULL)

    def do_kill(self, number, draw):
        """Somebody kills a process of a container, or the supervisor of one, from outside."""
        if self.ending:
            return
        found = {pid: line for pid, line in self.remains.processes().items() if pid != self.platform.pid}
        if self.engine:
            found = dict.fromkeys(self.engine.programs(), "")
        inner = [pid for pid, line in found.items() if line.endswith((" serve]", "[serve]", "train wait]"))]
        chosen = inner if inner and draw.random() < 0.7 else [pid for pid in found if pid not in inner]
        if not chosen:
            return
        for job in self.jobs.values():
            if job.ended is None:
                job.may_end |= set(FINAL)
        for upload in self.uploads.values():
            upload["disturbed"] = True
        self.happened["killed"] += 1
        with contextlib.suppress(ProcessLookupError):
            os.kill(draw.choice(sorted(chosen)), signal.SIGKILL)

    # Endpoints.

    def config(self, number, draw, broken):
        version = "broken" if broken else draw.choice(SERVERS)
        variants = []
        for place in range(draw.choice((1, 1, 2))):
            model = f"served-{number}-{place}"
            answer = self.call("sagemaker", "create_model", ("already existing",), ModelName=model,
                               ExecutionRoleArn=self.stack.role_arn("training"),
                               PrimaryContainer={"Image": self.stack.images["server"], "Environment": {"VERSION": version}})
            if answer in (LOST, FULL):
                return None
            with self.lock:
                self.models.add(model)
            variants.append({"VariantName": f"v{place}", "ModelName": model, "InstanceType": "ml.t2.medium",
                             "InitialInstanceCount": draw.choice((1, 1, 2)), "InitialVariantWeight": 1})
        name = f"config-{number}"
        answer = self.call("sagemaker", "create_endpoint_config", EndpointConfigName=name, ProductionVariants=variants)
        if answer in (LOST, FULL):
            return None
        self.versions[name] = version
        return name

    def deployment(self, draw):
        """One of the ways of an update."""
        size = lambda percent: {"Type": "CAPACITY_PERCENT", "Value": percent}
        ways = [
            None, None,
            {"BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": {
                "Type": "CANARY", "WaitIntervalInSeconds": 1, "CanarySize": size(50)}, "TerminationWaitInSeconds": 1}},
            {"BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": {
                "Type": "LINEAR", "WaitIntervalInSeconds": 1, "LinearStepSize": size(50)}}},
            {"RollingUpdatePolicy": {"MaximumBatchSize": size(50), "WaitIntervalInSeconds": 1}},
        ]
        return draw.choice(ways)

    def do_endpoint(self, number, draw):
        name = draw.choice(sorted(self.endpoints))
        endpoint = self.endpoints[name]
        deployment, roll, broken, count = self.deployment(draw), draw.random(), draw.random() < 0.15, draw.choice((1, 2))
        if not endpoint.busy.acquire(blocking=False):
            return
        try:
            busy = ("Cannot update", "Cannot delete", "in-progress", "is Updating", "is Creating", "Could not find")
            if not endpoint.there:
                config = self.config(number, draw, False)
                if config is None:
                    return
                answer = self.call("sagemaker", "create_endpoint", ("already existing",), EndpointName=name, EndpointConfigName=config)
                if answer is FULL:
                    return
                endpoint.there, endpoint.unsure = True, answer is LOST
                endpoint.configs |= {config}
            elif roll < 0.15:
                answer = self.call("sagemaker", "delete_endpoint", busy, EndpointName=name)
                if answer is LOST:
                    endpoint.unsure = True
                elif isinstance(answer, dict):
                    self.gone(name)
                    endpoint.there, endpoint.unsure, endpoint.configs = False, False, set()
            elif roll < 0.35:
                wanted = [{"VariantName": "v0", "DesiredWeight": 2.0, "DesiredInstanceCount": count}]
                self.call("sagemaker", "update_endpoint_weights_and_capacities", busy, EndpointName=name,
                          DesiredWeightsAndCapacities=wanted)
            else:
                config = self.config(number, draw, broken)
                if config is None:
                    return
                more = {"DeploymentConfig": deployment} if deployment else {}
                refusals = (*busy, "ValidationException") if deployment else busy
                answer = self.call("sagemaker", "update_endpoint", refusals, EndpointName=name, EndpointConfigName=config, **more)
                if answer is LOST or isinstance(answer, dict):
                    endpoint.configs.add(config)
        finally:
            endpoint.busy.release()

    def gone(self, name):
        def look():
            answer = self.call("sagemaker", "describe_endpoint", ("Could not find",), EndpointName=name)
            return answer is LOST or isinstance(answer, str)

        until(f"{name} is gone", look)

    def do_invoke(self, number, draw):
        name = draw.choice(sorted(self.endpoints))
        body = "die" if draw.random() < 0.1 else "x"
        # An endpoint that is made, changed, or whose container was killed may not answer; a wrong answer is wrong always.
        answer = self.call("sagemaker-runtime", "invoke_endpoint", ("ValidationError", "ModelError", "ValidationException",
                           "ServiceUnavailable", "InternalFailure", "InternalDependencyException", "ModelNotReadyException"),
                           EndpointName=name, ContentType="text/csv", Body=body)
        if isinstance(answer, dict):
            version, _, said = answer["Body"].decode().partition(":")
            assert said == body and version in SERVERS, answer

    # Rounds.

    def round(self, number, actions, incident):
        """Some work on four hands, and in the middle of it something happens."""
        plans = [self.plan() for _ in range(actions)]
        delay = self.draw.uniform(0.05, 1.2)
        begun = time.monotonic()
        with ThreadPoolExecutor(4) as team:
            work = [team.submit(plan) for plan in plans]
            if incident == "full":
                self.load()
            elif incident in ("kill", "term"):
                time.sleep(delay)
                self.ending = True
                self.restart(self.platform.kill if incident == "kill" else self.platform.stop)
                self.ending = False
            elif incident in ("full, kill", "full, term"):
                self.load()
                time.sleep(delay)
                self.ending = True
                self.restart(self.platform.kill if incident == "full, kill" else self.platform.stop)
                self.ending = False
            for one in work:
                one.result()
        if self.full:
            self.unload()
        self.happened[f"incident: {incident}"] += 1
        self.check_some()
        self.say(f"round {number}: {actions} actions, {incident} after {delay * 1000:.0f} ms, {time.monotonic() - begun:.1f} s")

    def check_some(self):
        """The platform answers, and the objects are what they were."""
        assert self.platform.alive(), f"the platform ended:\n{self.platform.log_tail()}"
        assert self.platform.health() == 200
        for key in sorted(self.objects)[:4]:
            self.check_object(key)

    def check_object(self, key):
        known = self.objects[key]
        answer = self.call("s3", "get_object", ("NoSuchKey",), Bucket=self.stack.bucket, Key=key)
        found = sha(answer["Body"]) if isinstance(answer, dict) else None
        assert found in known["may"], f"{key} is {found}, and should be one of {known['may']}"
        known["may"] = {found}

    # The end of the week.

    def settle(self):
        """Everything comes to its end; then the ledger is compared with the platform."""
        self.check_some()
        for key in sorted(self.objects):
            self.check_object(key)
        for name, job in self.jobs.items():
            if job.there is None:
                found = self.call("sagemaker", "describe_training_job", ("Requested resource not found",), TrainingJobName=name)
                job.there = isinstance(found, dict)
            if job.there and job.kind.endswith("wait") and not job.stop_asked:
                self.stop(name)
        self.settle_jobs()
        self.settle_executions()
        self.settle_endpoints()
        self.settle_rest()

    def listed_jobs(self):
        pages = self.clients["sagemaker"].get_paginator("list_training_jobs").paginate()
        return {j["TrainingJobName"]: j["TrainingJobStatus"] for j in pages.build_full_result()["TrainingJobSummaries"]}

    def settle_jobs(self):
        expected = {name for name, job in self.jobs.items() if job.there}
        ended = lambda: not [n for n, s in self.listed_jobs().items() if s not in FINAL and n in expected]
        try:
            until("every job has ended", ended, 180, pause=0.2)
        except TimeoutError as error:
            error.add_note(str({n: s for n, s in self.listed_jobs().items() if s not in FINAL}))
            raise
        listed = self.listed_jobs()
        missing, unknown = expected - set(listed), {n for n in set(listed) - expected if n.startswith("job-")}
        assert not missing and not unknown, (missing, unknown)
        wrong = []
        for name in sorted(expected):
            job, status = self.jobs[name], listed[name]
            job.ended = status
            found = self.call("sagemaker", "describe_training_job", TrainingJobName=name)
            if status not in job.may_end:
                wrong.append((name, status, found.get("FailureReason")))
            if status == "Failed":
                self.happened["reason: " + " ".join(found["FailureReason"].replace(name, "J").split()[:14])] += 1
            if status == "Completed":
                uri = found["ModelArtifacts"]["S3ModelArtifacts"]
                bucket, key = uri.removeprefix("s3://").split("/", 1)
                assert isinstance(self.call("s3", "head_object", Bucket=bucket, Key=key), dict), uri
            statuses = [t["Status"] for t in found["SecondaryStatusTransitions"]]
            assert statuses.count(found["SecondaryStatus"]) >= 1 and all("EndTime" in t for t in found["SecondaryStatusTransitions"]), found
        assert not wrong, wrong
        self.happened.update(f"job {status}" for name, status in listed.items() if name in expected)

    def executions(self):
        found = {}
        for entry in self.stack.executions():
            described = self.stack.client("stepfunctions").describe_execution(executionArn=entry["executionArn"])
            key = json.loads(described["input"])["detail"]["requestParameters"]["key"]
            found.setdefault(key, []).append(described)
        return found

    def settle_executions(self):
        for key, upload in self.uploads.items():
            if upload["there"] is None:
                answer = self.call("s3", "head_object", ("404", "NoSuchKey"), Bucket=self.stack.bucket, Key=key)
                upload["there"] = isinstance(answer, dict)
        expected = {key for key, upload in self.uploads.items() if upload["there"]}
        until("every upload has its execution", lambda: len(self.stack.executions()) >= len(expected), 120, pause=0.2)
        until("every execution has ended", lambda: all(e["status"] != "RUNNING" for e in self.stack.executions()), 120, pause=0.2)
        found = self.executions()
        assert set(found) == expected, (set(found) - expected, expected - set(found))
        for key, executions in found.items():
            assert len(executions) == 1, f"{key} started {len(executions)} executions"
            one = executions[0]
            assert one["status"] == "SUCCEEDED" or self.uploads[key]["disturbed"] and one["status"] == "FAILED", \
                (key, one["status"], one.get("error"), one.get("cause"))
            history = self.stack.client("stepfunctions").get_paginator("get_execution_history").paginate(executionArn=one["executionArn"])
            events = history.build_full_result()["events"]
            assert events[0]["type"] == "ExecutionStarted" and events[-1]["type"] in ("ExecutionSucceeded", "ExecutionFailed"), events[-1]
            self.happened[f"execution {one['status']}"] += 1

    def settle_endpoints(self):
        listed = lambda: {e["EndpointName"]: e["EndpointStatus"] for e in self.clients["sagemaker"].list_endpoints()["Endpoints"]}
        try:
            until("endpoints are at rest", lambda: not [s for s in listed().values() if s in TRANSIENT or s == "Deleting"], 120, pause=0.2)
        except TimeoutError as error:
            error.add_note(str([self.clients["sagemaker"].describe_endpoint(EndpointName=n) for n in listed()]))
            raise
        found = listed()
        for name, endpoint in self.endpoints.items():
            assert endpoint.unsure or (name in found) == endpoint.there, (name, found)
            if name not in found:
                continue
            described = self.clients["sagemaker"].describe_endpoint(EndpointName=name)
            if described["EndpointStatus"] == "Failed":
                assert self.happened["disk full"] or self.happened["kill"], described
                self.happened["endpoint failed"] += 1
                continue
            assert described["EndpointStatus"] == "InService", described
            config = described["EndpointConfigName"]
            assert config in endpoint.configs, (name, config, endpoint.configs)
            self.answers(name, self.versions[config])

    def answers(self, name, version):
        def ask():
            answer = self.call("sagemaker-runtime", "invoke_endpoint", ("ModelError", "ServiceUnavailable", "InternalFailure"),
                               EndpointName=name, ContentType="text/csv", Body="x")
            return isinstance(answer, dict) and answer["Body"].decode() == f"{version}:x"

        until(f"{name} answers as {version}", ask)

    def settle_rest(self):
        models = {m["ModelName"] for m in self.clients["sagemaker"].get_paginator("list_models").paginate().build_full_result()["Models"]}
        assert self.models <= models, self.models - models
        # Asynchronous invocations among them: what was accepted is run, or given up, and `end` counts what was given up.
        until("every message is delivered", lambda: not store_counts(self.platform.data_dir)["outbox"], 120, pause=0.2)

    def tidy(self):
        """Deletes everything, with the operations that delete."""
        sagemaker, s3 = self.clients["sagemaker"], self.clients["s3"]
        for endpoint in sagemaker.list_endpoints()["Endpoints"]:
            sagemaker.delete_endpoint(EndpointName=endpoint["EndpointName"])
        until("endpoints are gone", lambda: not sagemaker.list_endpoints()["Endpoints"])
        full = lambda operation, key: sagemaker.get_paginator(operation).paginate().build_full_result()[key]
        for config in full("list_endpoint_configs", "EndpointConfigs"):
            sagemaker.delete_endpoint_config(EndpointConfigName=config["EndpointConfigName"])
        for model in full("list_models", "Models"):
            sagemaker.delete_model(ModelName=model["ModelName"])
        for name in self.listed_jobs():
            pool = sagemaker.describe_training_job(TrainingJobName=name).get("WarmPoolStatus", {})
            if pool.get("Status") == "Available":
                with contextlib.suppress(ClientError):
                    sagemaker.update_training_job(TrainingJobName=name, ResourceConfig={"KeepAlivePeriodInSeconds": 0})

            def deleted(name=name):
                return self.call("sagemaker", "delete_training_job", ("warm pool",), TrainingJobName=name) != "ResourceInUse"

            until(f"{name} is deleted", deleted)
        stack = self.stack
        states, events, trail = (stack.client(n) for n in ("stepfunctions", "events", "cloudtrail"))
        events.remove_targets(Rule=f"{stack.name}-upload", Ids=["pipeline"])
        events.delete_rule(Name=f"{stack.name}-upload")
        trail.delete_trail(Name=stack.name)
        states.delete_state_machine(stateMachineArn=stack.state_machine_arn)
        stack.client("lambda").delete_function(FunctionName=f"{stack.name}-validate")
        ecr = stack.client("ecr")
        ecr.delete_repository(repositoryName=stack.name, force=True)
        for bucket in (stack.bucket, stack.trail_bucket):
            for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
                keys = [{"Key": entry["Key"]} for entry in page.get("Contents", [])]
                if keys:
                    answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": keys, "Quiet": True})
                    assert not answer.get("Errors"), answer["Errors"]
            s3.delete_bucket(Bucket=bucket)
        logs = self.clients["logs"]
        for group in logs.get_paginator("describe_log_groups").paginate().build_full_result()["logGroups"]:
            logs.delete_log_group(logGroupName=group["logGroupName"])
        # Deleted containers end behind the scene.
        until("no container is left", lambda: not self.containers(), 30)

    def containers(self):
        if self.engine:
            return sorted(self.engine.containers())
        return [line for pid, line in self.remains.processes().items() if pid != self.platform.pid]

    def end(self):
        """Stops the platform; what is left, as lines to read."""
        self.platform.stop()
        log = self.platform.log.read_text(errors="replace")
        panics = [line for line in log.splitlines() if "panicked" in line]
        counts = store_counts(self.platform.data_dir)
        self.say(json.dumps(counts))
        left = panics + self.remains.staying(
            lambda: self.remains.count() + inside(self.platform.data_dir) + (self.engine.remains() if self.engine else []))
        # A function that crashes three times has had its attempts.
        left += [f"dead letter of {topic}: {reason}" for topic, reason in counts["dead"] if "exit status 5" not in reason]
        left += [f"{count} messages wait in {topic}" for topic, count in counts["outbox"]]
        if counts["blobs"]:
            left.append(f"{counts['blobs']} blobs of things that were deleted")
        return left
