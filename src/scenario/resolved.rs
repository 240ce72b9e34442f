pub fn standard(_: &str, _: &str) -> Option<String> { None }
