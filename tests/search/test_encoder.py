import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from search.encoder import EMBEDDED, EncoderError, open_encoder
from search.encoders.static import StaticEncoder
from search.encoders.transformer import TransformerEncoder

TEXTS = [
    "台里给困难同事送过温暖没有",
    "对患病、生活困难职工开展走访慰问",
    "2024年，中心刊播各类稿件9万余篇（件），GDP增长5.3%，5G+4K、AIGC、H5。",
    "ＡＰＰ　下载量：１２０万",
    "龘靐齉 unknown-words 🎉",
    "，。！",
    "",
    "长" * 3000 + "文本",
]


def write_json(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


@pytest.fixture(scope="module")
def embedded():
    return open_encoder()


def test_embedded_model_gives_unit_rows(embedded):
    vectors = embedded.encode_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedded.dimension)
    assert vectors.dtype == np.float32
    lengths = np.linalg.norm(vectors, axis=1)
    assert lengths[:4] == pytest.approx(1.0, abs=1e-5)
    assert lengths[5:7].tolist() == [0.0, 0.0]  # nothing is known of punctuation and of no text
    assert embedded.encode_queries([]).shape == (0, embedded.dimension)


def test_embedded_model_finds_report_language_for_everyday_words(embedded):
    pairs = {
        "台里给困难同事送过温暖没有": "对患病、生活困难职工开展走访慰问",
        "有多少粉丝": "微信公众号订阅用户达68万",
        "帮果农卖橘子": "开展助农直播带货，带动柑橘销售",
        "机器坏了怎么办": "完善应急预案，定期巡检播出设备，及时排除故障",
        "有没有造谣": "全年未刊播虚假失实报道",
        "缴不缴税": "依法足额缴纳各项税费",
    }
    scores = embedded.encode_queries(list(pairs)) @ embedded.encode_passages(list(pairs.values())).T
    assert scores.argmax(axis=1).tolist() == list(range(len(pairs)))


def test_long_lists_come_in_order(embedded):
    texts = [f"第{number}篇报道 {TEXTS[number % 3]}" for number in range(2500)]
    vectors = embedded.encode_passages(texts)
    for number in (0, 1023, 1024, 2499):
        assert vectors[number] == pytest.approx(embedded.encode_passages([texts[number]])[0], abs=1e-6)


def test_embedded_model_is_what_sentence_transformers_loads(embedded):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(EMBEDDED), device="cpu", local_files_only=True)
    theirs = model.encode(TEXTS, normalize_embeddings=True)
    assert theirs.dtype == np.float32
    assert embedded.encode_passages(TEXTS) == pytest.approx(theirs, abs=1e-5)


def test_embedded_model_needs_no_torch():
    code = (
        "import sys; from search.encoder import open_encoder; open_encoder().encode_queries(['问题']); "
        "print([m for m in ('torch', 'transformers', 'sentence_transformers', 'faiss', 'jieba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def static_folder(tmp_path):
    """A StaticEmbedding folder as sentence-transformers itself writes it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(EMBEDDED / "tokenizer.json"))
    rows = np.random.default_rng(1).normal(size=(tokenizer.get_vocab_size(), 8)).astype(np.float32)
    prompts = {"query": "问题：", "document": "段落："}
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=rows)], prompts=prompts)
    model.save(str(tmp_path / "model"), create_model_card=False)
    return tmp_path / "model"


@pytest.mark.parametrize(("kind", "tolerance"), [(np.float32, 2e-6), (np.float16, 5e-3)])
def test_static_folder_with_prompts_reads_as_sentence_transformers_does(static_folder, kind, tolerance):
    from safetensors.numpy import load_file, save_file
    from sentence_transformers import SentenceTransformer

    weights = next(static_folder.rglob("model.safetensors"))
    save_file({name: tensor.astype(kind) for name, tensor in load_file(weights).items()}, weights)
    texts = TEXTS[:4]
    encoder = open_encoder(str(static_folder))
    assert isinstance(encoder, StaticEncoder)
    model = SentenceTransformer(str(static_folder), device="cpu", local_files_only=True)
    queries = model.encode_query(texts, normalize_embeddings=True)
    assert encoder.encode_queries(texts) == pytest.approx(queries, abs=tolerance)
    documents = model.encode_document(texts, normalize_embeddings=True)
    assert encoder.encode_passages(texts) == pytest.approx(documents, abs=tolerance)
    assert not np.allclose(queries, documents, atol=0.01)


def test_model_id_follows_content(static_folder, tmp_path):
    first = open_encoder(str(static_folder)).model_id
    copy = tmp_path / "elsewhere"
    shutil.copytree(static_folder, copy)
    (copy / "README.md").write_text("other words", encoding="utf-8")
    assert open_encoder(str(copy)).model_id == first
    tokenizer = next(copy.rglob("tokenizer.json"))
    tokenizer.write_text(tokenizer.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert open_encoder(str(copy)).model_id != first


def test_shared_rows_of_model2vec_are_followed(static_folder):
    from safetensors.numpy import load_file, save_file
    from sentence_transformers import SentenceTransformer

    weights = next(static_folder.rglob("model.safetensors"))
    pieces = len(load_file(weights)["embedding.weight"])
    chance = np.random.default_rng(2)
    tensors = {
        "embeddings": chance.integers(-127, 128, size=(50, 8)).astype(np.int8),
        "mapping": chance.integers(0, 50, size=pieces).astype(np.int64),
        "weights": chance.random(pieces).astype(np.float32),
    }
    save_file(tensors, weights)
    model = SentenceTransformer(str(static_folder), device="cpu", local_files_only=True)
    theirs = model.encode_query(TEXTS[:4], normalize_embeddings=True)
    assert open_encoder(str(static_folder)).encode_queries(TEXTS[:4]) == pytest.approx(theirs, abs=1e-5)


def assert_clear(caught, *parts):
    message = str(caught.value)
    assert "\n" not in message
    assert any("\u4e00" <= character <= "\u9fff" for character in message)
    for part in parts:
        assert part in message


@pytest.mark.parametrize(
    "model", ["./no/such/folder", "/no/such/folder", "no-such-folder", "~/no such", "a/b/c"]
)
def test_missing_folder_fails_at_once(model):
    start = time.perf_counter()
    with pytest.raises(EncoderError) as caught:
        open_encoder(model)
    assert time.perf_counter() - start < 0.5
    assert_clear(caught, model, "不存在", "--model")


def test_empty_name_is_refused():
    with pytest.raises(EncoderError) as caught:
        open_encoder(" ")
    assert_clear(caught, "YINZHENG_MODEL")


@pytest.mark.parametrize("missing", ["model.safetensors", "tokenizer.json"])
def test_incomplete_static_folder(static_folder, missing):
    next(static_folder.rglob(missing)).unlink()
    with pytest.raises(EncoderError) as caught:
        open_encoder(str(static_folder))
    assert_clear(caught, missing)


@pytest.mark.parametrize("broken", ["model.safetensors", "tokenizer.json"])
def test_broken_static_folder(static_folder, broken):
    next(static_folder.rglob(broken)).write_bytes(b"broken")
    with pytest.raises(EncoderError) as caught:
        open_encoder(str(static_folder))
    assert_clear(caught, "损坏")


def test_folder_that_is_no_model(tmp_path):
    with pytest.raises(EncoderError) as caught:
        open_encoder(str(tmp_path))
    assert_clear(caught, "不是模型文件夹")
    write_json(tmp_path / "config.json", {"model_type": "no-such-type"})
    with pytest.raises(EncoderError) as caught:
        open_encoder(str(tmp_path))
    assert_clear(caught, "打不开")


@pytest.fixture
def no_cache(tmp_path, monkeypatch):
    monkeypatch.delenv("SENTENCE_TRANSFORMERS_HOME", raising=False)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))


def test_hub_name_offline_fails_at_once(no_cache, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EncoderError) as caught:
        open_encoder("owner/model")
    assert_clear(caught, "owner/model", "HF_HUB_OFFLINE", "--model")


def test_hub_out_of_reach_says_so(no_cache, monkeypatch):
    def refuse(*_, timeout, **__):
        assert timeout <= 10
        raise ConnectionError("no route\nto host")

    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setattr("huggingface_hub.HfApi.model_info", refuse)
    with pytest.raises(EncoderError) as caught:
        open_encoder("owner/model")
    assert_clear(caught, "owner/model", "连不上")


@pytest.fixture(scope="module")
def bert(tmp_path_factory) -> Path:
    """A transformer of random weights, two layers of 16: CLS pooling, with prompts as e5 models have them."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("bert")
    pieces = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        *dict.fromkeys("查询段落：微信公众号有多少粉丝订阅用户"),
    ]
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        initializer_range=1.0,
    )
    BertModel(config).save_pretrained(folder / "base")
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder / "base")
    transformer = Transformer(str(folder / "base"))
    modules = [transformer, Pooling(16, pooling_mode="cls")]
    model = SentenceTransformer(
        modules=modules, prompts={"query": "查询：", "passage": "段落："}, device="cpu"
    )
    model.save(str(folder / "model"), create_model_card=False)
    return folder / "model"


def test_transformer_folder_with_its_prompts_and_pooling(bert):
    from sentence_transformers import SentenceTransformer

    encoder = open_encoder(str(bert))
    assert isinstance(encoder, TransformerEncoder)
    assert encoder.dimension == 16
    assert encoder.model_id == open_encoder(str(bert)).model_id
    text = "公众号有多少粉丝"
    plain = SentenceTransformer(str(bert), device="cpu", local_files_only=True)
    for found, prompt in ((encoder.encode_queries, "查询："), (encoder.encode_passages, "段落：")):
        vectors = found([text, "微信"])
        assert vectors.shape == (2, 16)
        assert vectors.dtype == np.float32
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
        expected = plain.encode([prompt + text], prompt="", normalize_embeddings=True)
        assert vectors[0] == pytest.approx(expected[0], abs=1e-5)
    assert encoder.encode_passages([]).shape == (0, 16)
    assert not np.allclose(encoder.encode_queries([text]), encoder.encode_passages([text]), atol=1e-3)


def test_cached_hub_model_opens_without_network(bert, tmp_path, monkeypatch):
    cache = tmp_path / "hub"
    snapshot = cache / "models--owner--model" / "snapshots" / ("0" * 40)
    shutil.copytree(bert, snapshot)
    refs = snapshot.parent.parent / "refs"
    refs.mkdir()
    (refs / "main").write_text("0" * 40, encoding="utf-8")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(cache))
    encoder = open_encoder("owner/model")
    assert encoder.model_id == "owner/model"
    assert encoder.encode_queries(["粉丝"]).shape == (1, 16)
