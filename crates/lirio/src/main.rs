//! lirio: the whole MLOps loop of a model in one binary.

fn main() {}
