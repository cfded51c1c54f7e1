use crate::helpers::*;
use serde_json::json;
#[test]
fn probe() {
    println!("{}", report(&nothing()).to_markdown());
    for p in ["2019-02","2019-05-08","2019-05","2019-06","2019-08-05", "2015-01"] { println!("#################### {p}\n{}", report_of(&west_sussex(), p).to_markdown()); }
    let case: serde_json::Value = serde_json::from_str(include_str!("../../examples/data/intervention_west_sussex.json")).unwrap();
    let d = json!({"format":1, "case": case});
    for p in ["2019-12","2020-07","2021-01","2022-04","2023-05"] { let r = report_of(&d, p); println!("#### {p} {:?} {:?}", words(&r, "The work of the Commissioner"), items(&r, "The work of the Commissioner")); }
}
