from importlib.resources import files

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg.vocabulary import DUTIES, FACT_CLASSES, QUALIFIERS, YZ, concept, names, notation


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=files("kg").joinpath("ontology.ttl").read_bytes(), format="turtle")


def _own(graph: Graph) -> set[URIRef]:
    return {s for s in graph.subjects() if isinstance(s, URIRef) and s.startswith(str(YZ._NS))}


def test_names_in_code_and_ontology_are_the_same(ontology: Graph) -> None:
    assert {term.removeprefix(str(YZ._NS)) for term in _own(ontology)} == names()


def test_every_term_is_labelled_in_both_languages_and_documented(ontology: Graph) -> None:
    for term in _own(ontology):
        is_concept = (term, RDF.type, SKOS.Concept) in ontology
        label = SKOS.prefLabel if is_concept else RDFS.label
        assert {str(o.language) for o in ontology.objects(term, label)} == {"zh", "en"}, term
        if is_concept:
            assert ontology.value(term, SKOS.notation) is not None, term
        else:
            assert len(str(ontology.value(term, RDFS.comment) or "")) > 5, term


def test_shapes_use_only_terms_of_the_ontology(ontology: Graph) -> None:
    shapes = Graph().parse(data=files("kg").joinpath("shapes.ttl").read_bytes(), format="turtle")
    used = {t for triple in shapes for t in triple if isinstance(t, URIRef) and t.startswith(str(YZ._NS))}
    own_shapes = {s for s in _own(shapes) if str(s).endswith("Shape")}
    assert used - own_shapes <= _own(ontology)


def test_fact_classes_are_facts(ontology: Graph) -> None:
    for cls in FACT_CLASSES.values():
        assert YZ.Fact in set(ontology.transitive_objects(cls, RDFS.subClassOf)), cls
        assert (cls, RDF.type, OWL.Class) in ontology


def test_concepts_and_notations() -> None:
    assert notation(str(concept("kind", "video_account"))) == "video_account"
    assert str(DUTIES["political"]) == "https://w3id.org/yinzheng/ns#duty-political"
    assert {notation(str(iri)) for iri in QUALIFIERS.values()} == {"exact", "over", "nearly", "about"}


def test_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = YZ.Metrc
