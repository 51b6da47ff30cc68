"""Every kind of feed that can be read, by the word that a feed is stored with."""

from collections.abc import Mapping

from jobs.feeds.ashby import Ashby
from jobs.feeds.greenhouse import Greenhouse
from jobs.feeds.lever import Lever
from jobs.feeds.news_feed import NewsFeed
from jobs.feeds.posting import Adapter
from jobs.feeds.recruitee import Recruitee
from jobs.feeds.schema_org import SchemaOrg
from jobs.feeds.smartrecruiters import SmartRecruiters
from jobs.feeds.table_file import TableFile
from jobs.feeds.workable import Workable
from jobs.feeds.xml_feed import XmlFeed

ADAPTERS: Mapping[str, Adapter] = {
    "greenhouse": Greenhouse(),
    "lever": Lever(),
    "ashby": Ashby(),
    "smartrecruiters": SmartRecruiters(),
    "workable": Workable(),
    "recruitee": Recruitee(),
    "schema": SchemaOrg(),
    "xml": XmlFeed(),
    "rss": NewsFeed(),
    "csv": TableFile(),
}
