//! Lambda: functions from a zip, run through the Runtime API.
