/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-address.h"

#include <string.h>

/* The number that an address has under a name: the 345 of “MId=345”. */
static char *
dup_code (const char *address, const char *name)
{
  const char *query = address != NULL ? strchr (address, '?') : NULL;
  g_auto (GStrv) parts = query != NULL ? g_strsplit_set (query + 1, "&;#", -1) : NULL;
  gsize length = strlen (name);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      const char *code = parts[i] + length + 1;

      if (strlen (parts[i]) > length + 1 && g_ascii_strncasecmp (parts[i], name, length) == 0
          && parts[i][length] == '=' && strspn (code, "0123456789") == strlen (code))
        return g_strdup (code);
    }
  return NULL;
}

static char *
dup_either (const char *address, const char *name, const char *other)
{
  char *code = dup_code (address, name);

  return code != NULL ? code : dup_code (address, other);
}

static gboolean
is_file (const char *address, const char *file)
{
  g_autofree char *lower = address != NULL ? g_ascii_strdown (address, -1) : NULL;

  return lower != NULL && strstr (lower, file) != NULL;
}

/**
 * accord_text_address_read:
 * @page: a page with its address
 *
 * Takes what the council's site calls the meeting and the committee out of the page's address.
 */
void
accord_text_address_read (AccordCommitteePage *page)
{
  if (page->meeting_code == NULL)
    page->meeting_code = dup_either (page->address, "MId", "MeetingId");
  if (page->committee_code == NULL)
    page->committee_code = dup_either (page->address, "CId", "CommitteeId");
}

/**
 * accord_text_address_read_parts:
 * @page: a page that has been read
 *
 * Takes what the council's site calls the item, the decision or the issue that the page is about out of its
 * address.
 */
void
accord_text_address_read_parts (AccordCommitteePage *page)
{
  gboolean of_issue =
      is_file (page->address, "mgissuehistoryhome.aspx") || is_file (page->address, "mgdecisiondetails.aspx");

  for (guint i = 0; i < page->items->len; i++)
    {
      AccordPageItem *item = page->items->pdata[i];

      if (item->code == NULL && page->items->len == 1 && is_file (page->address, "mgai.aspx"))
        item->code = dup_code (page->address, "ID");
    }
  for (guint i = 0; i < page->decisions->len; i++)
    {
      AccordPageDecision *decision = page->decisions->pdata[i];

      if (decision->code == NULL && page->decisions->len == 1
          && is_file (page->address, "iedecisiondetails.aspx"))
        decision->code = dup_code (page->address, "ID");
      if (decision->issue_code == NULL && of_issue)
        decision->issue_code = dup_code (page->address, "IId");
    }
}
