//! Two sides timed in turn, and the table of their ratios.

#![allow(dead_code, reason = "no benchmark uses all of it")]

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// The medians of both sides in picoseconds for each of `of` things that one round does, batches taken in
/// turn.
pub fn medians<T, H>(of: usize, typed: impl Fn() -> T, by_hand: impl Fn() -> H) -> [u128; 2] {
    const BATCHES: usize = 201;
    const ROUNDS: u32 = 100;
    fn time<T>(once: &impl Fn() -> T) -> Duration {
        let start = Instant::now();
        for _ in 0..ROUNDS {
            black_box(once());
        }
        start.elapsed()
    }
    let mut times: [Vec<Duration>; 2] = Default::default();
    for _ in 0..BATCHES {
        times[0].push(time(&typed));
        times[1].push(time(&by_hand));
    }
    times.map(|mut side| {
        side.sort_unstable();
        side[BATCHES / 2].as_nanos() * 1000 / (u128::from(ROUNDS) * of as u128)
    })
}

/// Prints the ratios, when cargo says that it is to time and not only to try.
pub fn print(rows: impl Iterator<Item = (&'static str, [u128; 2])>) {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("\n{:28}{:>10}{:>12}{:>8}", "calculation", "typed ns", "by hand ns", "ratio");
    for (name, [typed, by_hand]) in rows {
        let tenths = |picos: u128| format!("{}.{}", picos / 1000, picos % 1000 / 100);
        let ratio = typed * 100 / by_hand.max(1);
        let ratio = format!("{}.{:02}", ratio / 100, ratio % 100);
        println!("{name:28}{:>10}{:>12}{ratio:>8}", tenths(typed), tenths(by_hand));
    }
}

/// What is done to the thing, and to the one ten times its size, by its name.
pub type Growth = (&'static str, [fn() -> usize; 2]);

/// Prints how the time grows from a thing to one ten times its size, medians of both taken in turn, when cargo says
/// that it is to time.
pub fn print_growth(rows: &[Growth]) {
    const BATCHES: usize = 51;
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("\n{:28}{:>12}{:>12}{:>8}", "ten times the size", "small us", "large us", "times");
    for (name, [small, large]) in rows {
        let time = |once: &fn() -> usize| {
            let start = Instant::now();
            black_box(once());
            start.elapsed()
        };
        let mut times: [Vec<Duration>; 2] = Default::default();
        for _ in 0..BATCHES {
            // Ten small ones take about as long as a large one, so that what disturbs disturbs both.
            times[0].push((0..10).map(|_| time(small)).sum::<Duration>() / 10);
            times[1].push(time(large));
        }
        let [small, large] = times.map(|mut side| {
            side.sort_unstable();
            side[BATCHES / 2].as_nanos()
        });
        let grown = large * 100 / small.max(1);
        let grown = format!("{}.{:02}", grown / 100, grown % 100);
        println!("{name:28}{:>12}{:>12}{grown:>8}", small / 1000, large / 1000);
    }
}
