"""How fast letters are made, and in how much memory: python tests/bench/bench_mailing.py [RUNS]

A class list of 1,000 and of 10,000 invented families in four languages, read, asked about and made into one file to
print, from a cold start on all cores. Letters a second of the whole run, and the peak of its largest process.
"""

import csv
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PEAK = Path(__file__).with_name("peak.py")
PLAN = Path(__file__).parents[2] / "materials" / "plans" / "example.toml"
LANGUAGES = ("svenska", "arabiska", "engelska", "somaliska")
NAMES = ("Anna Svensson", "محمد الأحمد", "Cabdiraxmaan Maxamed", "Åsa Öberg", "Ngọc Ánh Nguyễn")


def write_list(file: Path, count: int) -> None:
    """Write a class list as Excel saves it in Sweden; two of three families have an address."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream, delimiter=";")
        rows.writerow(["Elev", "Klass", "Vårdnadshavare", "Språk", "Adress", "Postnummer", "Ort"])
        for index in range(count):
            address = [f"Storgatan {index}", "75310", "Uppsala"] if index % 3 else ["", "", ""]
            group = f"{7 + index % 3}{'ABCD'[index // 3 % 4]}"
            name = f"{NAMES[index % len(NAMES)]} {chr(65 + index % 26)}"
            rows.writerow([f"Elev {index}", group, name, LANGUAGES[index % 4], *address])


def measure(count: int) -> tuple[float, float]:
    """Return the seconds and the peak in MiB of one run for so many families."""
    with tempfile.TemporaryDirectory() as folder:
        listed, out = Path(folder) / "klasslista.csv", Path(folder) / "ut"
        write_list(listed, count)
        command = [
            "-m",
            "foraldraskolan",
            "mailout",
            str(PLAN),
            "--recipients",
            str(listed),
            "--make",
            "print",
            "--yes",
        ]
        run = [sys.executable, "-S", str(PEAK), sys.executable, *command, "--output", str(out)]
        done = subprocess.run(run, check=True, capture_output=True, text=True)
    seconds, _, peak = map(float, done.stdout.split())
    return seconds, peak


def main(runs: int) -> None:
    """Print the medians for both lists."""
    for count in (1_000, 10_000):
        seconds, peaks = zip(*(measure(count) for _ in range(runs)), strict=True)
        median = statistics.median(seconds)
        print(
            f"{count:6} letters: {median:6.1f} s, {count / median:5.0f} letters a second, "
            f"peak RSS of the largest process {statistics.median(peaks):.0f} MiB (medians of {runs} runs)"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
