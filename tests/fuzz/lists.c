/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-list.h"
#include "target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GPtrArray) committees = accord_xml_reader_read_committees (raw, NULL);
  g_autoptr (GPtrArray) meetings = accord_xml_reader_read_meetings (raw, NULL);

  for (guint i = 0; committees != NULL && i < committees->len; i++)
    g_assert_nonnull (((AccordSiteCommittee *) committees->pdata[i])->code);
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    g_assert_nonnull (((AccordSiteMeeting *) meetings->pdata[i])->code);
  return 0;
}
