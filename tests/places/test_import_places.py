"""`manage.py import_places`: the two open lists in all their wrappings, and every wrong file refused without a trace."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from localoffer.places.choices import Kind, Source
from localoffer.places.models import Place
from localoffer.places.rules import Position, miles_between

pytestmark = pytest.mark.django_db

ONS_HEADINGS = "pcd,pcd2,pcds,dointr,doterm,oslaua,lat,long"
ONS = f"""{ONS_HEADINGS}
OX143DR,OX14 3DR,OX14 3DR,198001,,E07000180,51.66149,-1.29123
OX143DS,OX14 3DS,OX14 3DS,198001,,E07000180,51.66249,-1.28123
OX1 1AA,OX1  1AA,OX1 1AA,198001,,E07000178,51.75,-1.26
OX1 1AB,OX1  1AB,OX1 1AB,198001,201003,E07000178,51.75,-1.26
OX1 1AD,OX1  1AD,OX1 1AD,198001,,E07000178,99.999999,0.000000
RG1 1AA,RG1  1AA,RG1 1AA,198001,,E06000038,51.45,-0.97
RG9 1AA,RG9  1AA,RG9 1AA,198001,,E07000179,51.54,-0.90
OX143DR,OX14 3DR,OX14 3DR,198001,,E07000180,51.66149,-1.29123
"""
# Magdalen Bridge in Oxford, and a postcode without a position.
CODE_POINT = """"OX4 1AA",10,452150,206100,"E92000001","E19000002","E18000009","","E07000178","E05013109"
"OX4 1AB",90,0,0,"E92000001","E19000002","E18000009","","E07000178","E05013109"
"OX44 7AA",10,457600,199500,"E92000001","E19000002","E18000009","","E07000179","E05013109"
"""


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
    return path


def run(path: Path, *options: str) -> str:
    out = io.StringIO()
    call_command("import_places", str(path), *options, stdout=out, verbosity=0)
    return out.getvalue()


def facts() -> list[tuple]:
    return sorted(Place.objects.values_list("kind", "key", "area", "latitude", "longitude", "inside", "source"))


def names(kind: Kind) -> set[str]:
    return set(Place.objects.filter(kind=kind).values_list("name", flat=True))


@pytest.fixture
def refused(tmp_path: Path) -> Any:
    """Imports a good file, then a wrong one; returns the refusal when nothing was changed by it."""

    def refuse(path: Path, *options: str) -> str:
        run(write(tmp_path / "good.csv", ONS))
        before = facts()
        with pytest.raises(CommandError) as caught:
            run(path, *options)
        assert facts() == before
        assert "Nothing was changed." in str(caught.value)
        return str(caught.value)

    return refuse


def test_the_ons_list_is_read_and_what_was_left_out_is_said(tmp_path: Path) -> None:
    said = run(write(tmp_path / "ONSPD.csv", ONS))
    assert names(Kind.POSTCODE) == {"OX14 3DR", "OX14 3DS", "OX1 1AA", "RG1 1AA", "RG9 1AA"}
    assert names(Kind.SECTOR) == {"OX14 3", "OX1 1", "RG1 1", "RG9 1"}
    assert names(Kind.DISTRICT) == {"OX14", "OX1", "RG1", "RG9"}
    place = Place.objects.get(name="OX14 3DR")
    assert (place.key, place.latitude, place.longitude) == ("ox143dr", 51.66149, -1.29123)
    assert (place.area, place.inside, place.source) == ("vale-of-white-horse", True, Source.IMPORTED)
    outside = Place.objects.get(name="RG1 1AA")
    assert (outside.area, outside.inside) == ("", False)
    assert "5 postcodes, 4 sectors and 4 districts" in said
    assert "Rows read: 8. Left out: 3." in said
    for why in ("1 no longer in use", "1 without a position", "1 there twice"):
        assert why in said


def test_code_point_open_is_read_from_its_zip_and_its_notes_are_left(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "codepo_gb.zip",
        Data__CSV__ox_csv=CODE_POINT,
        Data__CSV__rg_csv=CODE_POINT.replace("OX4 1AA", "RG9 1AA").replace("OX44", "RG8"),
        Doc__headers_csv="PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\nPostcode,Quality,Eastings\n",
        readme_txt="notes",
    )
    said = run(path)
    assert names(Kind.POSTCODE) == {"OX4 1AA", "OX44 7AA", "RG9 1AA", "RG8 7AA"}
    assert "2 without a position" in said
    place = Place.objects.get(name="OX4 1AA")
    assert miles_between(place.position, Position(51.7512, -1.2461)) < 0.1
    assert place.area == "oxford-city"


def test_one_file_of_code_point_is_enough(tmp_path: Path) -> None:
    run(write(tmp_path / "ox.csv", CODE_POINT))
    assert names(Kind.POSTCODE) == {"OX4 1AA", "OX44 7AA"}


def test_of_the_ons_zip_the_large_file_is_read_once_and_not_its_parts_again(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "ons.zip",
        ONSPD__Data__ONSPD_UK_csv=ONS,
        ONSPD__Data__multi__ONSPD_OX_csv=ONS,
        ONSPD__Documents__names_csv="LAD23CD,LAD23NM\nE07000178,Oxford\n",
    )
    assert "Rows read: 8." in run(path)


@pytest.mark.parametrize(
    "headings",
    [
        "PCD,PCD2,PCDS,DOINTR,DOTERM,OSLAUA,LAT,LONG",
        "pcd7,pcd8,pcds,dointr,doterm,lad25cd,lat,long",
        "\ufeffpcd,pcd2,pcds,dointr,doterm,laua,lat,long",
    ],
)
def test_the_headings_of_other_years_are_known(tmp_path: Path, headings: str) -> None:
    run(write(tmp_path / "ons.csv", ONS.replace(ONS_HEADINGS, headings)))
    assert Place.objects.get(name="OX14 3DR").area == "vale-of-white-horse"


def test_only_the_postcode_areas_asked_for_are_kept(tmp_path: Path) -> None:
    said = run(write(tmp_path / "ons.csv", ONS), "--areas=ox14, rg9")
    assert names(Kind.POSTCODE) == {"OX14 3DR", "OX14 3DS", "RG9 1AA"}
    assert "4 of other postcode areas" in said
    run(tmp_path / "ons.csv", "--areas=RG")
    assert names(Kind.POSTCODE) == {"RG1 1AA", "RG9 1AA"}


def test_another_council_names_its_own_districts(tmp_path: Path) -> None:
    run(write(tmp_path / "ons.csv", ONS), "--district=E06000038=reading", "--district=E07000179=henley")
    assert Place.objects.get(name="RG1 1AA").area == "reading"
    assert Place.objects.get(name="RG9 1AA").inside
    assert not Place.objects.get(name="OX14 3DR").inside


def test_the_second_time_replaces_the_first(tmp_path: Path) -> None:
    run(write(tmp_path / "ons.csv", ONS))
    before = facts()
    run(tmp_path / "ons.csv")
    assert facts() == before
    run(write(tmp_path / "code.csv", CODE_POINT))
    assert names(Kind.POSTCODE) == {"OX4 1AA", "OX44 7AA"}


@pytest.mark.parametrize(
    ("heading", "said"), [("pcds", "pcds"), ("lat", "lat"), ("long", "long"), ("oslaua", "oslaua"), ("doterm", "doterm")]
)
def test_a_missing_column_is_named(tmp_path: Path, refused: Any, heading: str, said: str) -> None:
    headings = ONS_HEADINGS.replace("pcd,pcd2", "x,y").replace("," + heading, ",other")
    message = refused(write(tmp_path / "wrong.csv", ONS.replace(ONS_HEADINGS, headings)))
    assert f"wrong.csv has no column {said}." in message


def test_each_of_two_missing_columns_is_named(tmp_path: Path, refused: Any) -> None:
    message = refused(write(tmp_path / "wrong.csv", "pcds,doterm,oslaua\nOX14 3DR,,E07000180\n"))
    assert "has no column lat and no column long." in message


def test_a_zip_without_a_list_names_the_column_that_its_largest_file_lacks(tmp_path: Path, refused: Any) -> None:
    path = zipped(tmp_path / "wrong.zip", a_csv="a,b\n", Data__big_csv=ONS.replace("oslaua", "other"))
    assert "Data/big.csv has no column oslaua." in refused(path)


def test_a_zip_without_csv_files_is_refused(tmp_path: Path, refused: Any) -> None:
    assert "holds no CSV file" in refused(zipped(tmp_path / "wrong.zip", readme_txt="x"))


@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_zip_that_was_cut_off_is_refused(tmp_path: Path, refused: Any, part: float) -> None:
    whole = zipped(tmp_path / "whole.zip", ons_csv=ONS).read_bytes()
    assert "not a whole zip file" in refused(write(tmp_path / "cut.zip", whole[: int(len(whole) * part)]))


def test_a_zip_with_a_damaged_file_in_it_is_refused_even_late(tmp_path: Path, refused: Any) -> None:
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("ons.csv", ONS)
    path.write_bytes(path.read_bytes().replace(b"RG9 1AA", b"RG9 1AB"))
    assert "not a whole zip file" in refused(path)


def test_a_file_that_ends_within_a_line_is_refused(tmp_path: Path, refused: Any) -> None:
    assert "Line 7 of cut.csv ends too soon" in refused(write(tmp_path / "cut.csv", ONS[: ONS.index("E06000038")]))


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_file_in_another_encoding_is_refused(tmp_path: Path, refused: Any, encoding: str) -> None:
    text = ONS.replace("E06000038", "Ré") if encoding == "latin-1" else ONS
    assert "UTF-8" in refused(write(tmp_path / "wrong.csv", text.encode(encoding)))


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\x02", b"%PDF-1.7\n", b"<html></html>"])
def test_what_is_no_list_at_all_is_refused(tmp_path: Path, refused: Any, content: bytes) -> None:
    assert "wrong.csv" in refused(write(tmp_path / "wrong.csv", content))


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path, refused: Any) -> None:
    assert "cannot be read" in refused(tmp_path / "none.zip")
    assert "cannot be read" in refused(tmp_path)


def test_a_list_of_which_nothing_is_left_changes_nothing(tmp_path: Path, refused: Any) -> None:
    message = refused(write(tmp_path / "ons.csv", ONS), "--areas=EH")
    assert "No row of this file was left to keep." in message
    assert "8 of other postcode areas" in message


@pytest.mark.parametrize("areas", ["QQ", "OX,QQ9", "14"])
def test_letters_that_begin_no_postcode_are_refused(tmp_path: Path, areas: str) -> None:
    with pytest.raises(CommandError, match="no postcode begins with"):
        call_command("import_places", str(write(tmp_path / "ons.csv", ONS)), f"--areas={areas}")


@pytest.mark.parametrize("wrong", ["E07000179", "oxford=E07000179", "E07000179=South Oxfordshire"])
def test_a_district_that_is_not_written_as_asked_is_refused(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(CommandError, match="should look like"):
        call_command("import_places", str(write(tmp_path / "ons.csv", ONS)), f"--district={wrong}")


def test_rows_that_are_no_postcodes_are_counted(tmp_path: Path) -> None:
    said = run(write(tmp_path / "ons.csv", ONS + "x,x,ZZ99 3WZ,1,,E07000180,51,-1\ny,y,,1,,E07000180,51,-1\n\n"))
    assert "2 no postcode" in said


@pytest.mark.parametrize("cell", ["nan,nan", "inf,0", "x,y", ",", "51.5,-99", "12,-1"])
def test_absurd_positions_are_no_positions(tmp_path: Path, cell: str) -> None:
    said = run(write(tmp_path / "ons.csv", ONS.replace("51.54,-0.90", cell)))
    assert "2 without a position" in said
