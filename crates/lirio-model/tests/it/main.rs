//! The container contract, kept by a real process: this test program starts itself again as a model.

mod contract;
