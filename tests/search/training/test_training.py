"""The whole way from data files to a model folder, on a few hundred invented pairs."""

import gzip
import json
import re

import numpy as np
import pytest

from search.encoder import open_encoder
from search.training import __main__ as program
from search.training import folder, measure, sources, vocabulary

WORDS = "记者 报纸 电视 广播 读者 听众 观众 新闻 评论 社区 学校 医院 农村 工厂 公园 河流 春天 老人 孩子 志愿者".split()


@pytest.fixture
def data(tmp_path):
    def write(name, lines):
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)

    pairs = [{"a": f"{a}{b}", "b": f"{b}与{a}的故事"} for a in WORDS for b in WORDS if a != b]
    for source in sources.SOURCES:
        chosen = [{"a": p["a"], "b": "story of " + "news " * 3} for p in pairs] if source.bridge else pairs
        write(f"pairs-{source.name}.jsonl.gz", [json.dumps(p, ensure_ascii=False) for p in chosen[:60]])
    for name in sources.TEXTS:
        write(f"text-{name}.txt.gz", [f"{p['a']}，{p['b']}。" for p in pairs])
    write("text-lexicon-headwords.txt.gz", WORDS)
    write("text-own-genre-synonym-groups.txt.gz", ["记者 采编人员"])
    return tmp_path


def test_training_writes_a_model_that_opens_and_is_the_same_again(data, tmp_path):
    ids = []
    for name in ("first", "second"):
        out = tmp_path / name
        program.main(
            ["--data", str(data), "--out", str(out), "--dimension", "8", "--pieces", "900", "--english", "5"]
        )
        ids.append(open_encoder(str(out)).model_id)
    assert ids[0] == ids[1]
    encoder = open_encoder(str(tmp_path / "first"))
    assert encoder.dimension == 8
    assert np.linalg.norm(encoder.encode_passages(["记者与读者"])) == pytest.approx(1.0, abs=1e-5)
    vocabulary_text = (tmp_path / "first" / "tokenizer.json").read_text(encoding="utf-8")
    assert "story" not in re.findall(r'\["(\w+)",', vocabulary_text)  # the English bridge is cut off


def test_saved_rows_come_back_through_both_readers(tmp_path):
    from sentence_transformers import SentenceTransformer

    tokenizer = vocabulary.build_tokenizer({"记者": -1.0, "读者": -2.0})
    rows = np.array([[0, 0, 0], [1.0, -2.0, 3.0], [100.0, 50.0, -25.0]], dtype=np.float32)
    folder.save(tmp_path, tokenizer, rows)
    ours = open_encoder(str(tmp_path)).encode_passages(["记者", "读者", "记者读者"])
    wanted = np.stack([rows[1], rows[2], rows[1] + rows[2]])
    assert ours == pytest.approx(wanted / np.linalg.norm(wanted, axis=1, keepdims=True), abs=0.01)
    theirs = SentenceTransformer(str(tmp_path), device="cpu", local_files_only=True)
    assert theirs.encode(["记者", "读者"], normalize_embeddings=True) == pytest.approx(ours[:2], abs=1e-6)


def test_figures():
    found = measure.figures(np.array([0, 4, 9, 10]))
    assert found["recall@1"] == 0.25
    assert found["recall@5"] == 0.5
    assert found["mrr@10"] == pytest.approx((1 + 1 / 5 + 1 / 10) / 4)
    assert found["ndcg@10"] == pytest.approx((1 + 1 / np.log2(6) + 1 / np.log2(11)) / 4)


def test_measure_prints_figures_without_torch(tmp_path, capsys):
    bench = {"docs": ["全年缴纳税款", "组织职工体检"], "queries": ["交税", "体检"], "rel": [[0], [1]]}
    for name in measure.BENCHMARKS:
        with gzip.open(tmp_path / f"bench-{name}.json.gz", "wt", encoding="utf-8") as file:
            json.dump(bench, file)
    measure.main(["--data", str(tmp_path)])
    report = json.loads(capsys.readouterr().out)
    assert report["xquad-zh"]["recall@1"] == 1.0
    assert report["load_s"] > 0
