"""The page of service hours: a week to paint on, the days ahead, holidays of a country."""
