"""How far a special deal has come."""

from datetime import date

from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.rules.deals import next_station, passed, station_words, stations

DAY = date(2026, 6, 1)
GRANTED = SpecialDeal(name="Evenings", granted_by="role")


def test_a_deal_nobody_granted_waits_for_that():
    assert station_words(SpecialDeal()) == "Next: granted"


def test_a_deal_passes_its_stations_in_order():
    deal, names = GRANTED, []
    while (station := next_station(deal)) is not None:
        names.append(station.name)
        deal = passed(deal, station, DAY)
    assert names == ["Approved", "Service told", "Acknowledged"]


def test_what_was_passed_has_its_day():
    deal = passed(GRANTED, stations(GRANTED)[2], DAY)
    assert deal.service_informed_on == DAY


def test_a_refused_deal_goes_nowhere():
    refused = GRANTED.but(status=DealStatus.REFUSED)
    assert (next_station(refused), station_words(refused)) == (None, "Refused")


def test_an_acknowledged_deal_is_known():
    known = GRANTED.but(status=DealStatus.APPROVED, service_informed_on=DAY, acknowledged_on=DAY)
    assert station_words(known) == "Acknowledged by service"
