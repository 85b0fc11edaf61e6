/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-address.h"

#include <string.h>

#include "date.h"
#include "web-address.h"

#define SERVICE "/mgWebService.asmx"

/* What stands before the page: people give the address of any page of the site. */
static char *
dup_folder (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);
  g_autofree char *folder = g_strdup (path);
  const char *service = strstr (folded, "/mgwebservice.asmx");
  char *slash;

  if (service != NULL)
    folder[service - folded] = '\0';
  slash = strrchr (folder, '/');
  if (slash != NULL && service == NULL && strchr (slash, '.') != NULL)
    *slash = '\0';
  while (g_str_has_suffix (folder, "/"))
    folder[strlen (folder) - 1] = '\0';
  return g_steal_pointer (&folder);
}

/**
 * accord_site_address_dup_root:
 * @text: the address of a council's committee site, of its web service or of any page of it, with or without
 * https:// before it
 * @error: return location for an %ACCORD_NET_ERROR_ADDRESS
 *
 * Returns: (transfer full) (nullable): what all its addresses begin with, without a slash at the end
 */
char *
accord_site_address_dup_root (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean is_bare = strstr (stripped, "://") == NULL && strchr (stripped, '@') == NULL;
  g_autofree char *whole = is_bare ? g_strconcat ("https://", stripped, NULL) : g_strdup (stripped);
  g_autoptr (GUri) address = accord_web_address_parse (whole, error);
  g_autofree char *folder = NULL, *host = NULL, *root = NULL;

  if (address == NULL)
    return NULL;
  folder = dup_folder (g_uri_get_path (address));
  root = g_uri_join (G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, g_uri_get_scheme (address), NULL,
                     g_uri_get_host (address), g_uri_get_port (address), folder, NULL, NULL);
  if (g_str_has_suffix (root, "/"))
    root[strlen (root) - 1] = '\0';
  return g_steal_pointer (&root);
}

/**
 * accord_site_address_dup_host:
 * @address: an address
 *
 * Returns: (transfer full): what people call the server
 */
char *
accord_site_address_dup_host (const char *address)
{
  g_autoptr (GUri) uri = accord_web_address_parse (address, NULL);

  return uri != NULL ? accord_web_address_dup_host (uri) : g_strdup (address);
}

/**
 * accord_site_address_committees:
 * @root: what all addresses of a site begin with
 *
 * Returns: (transfer full): where the site lists its committees
 */
char *
accord_site_address_committees (const char *root)
{
  return g_strconcat (root, SERVICE "/GetCommittees", NULL);
}

/* The service knows no other way to write a day. */
static char *
dup_day (const char *iso)
{
  g_return_val_if_fail (accord_date_is_iso (iso), NULL);

  return g_strdup_printf ("%.2s/%.2s/%.4s", iso + 8, iso + 5, iso);
}

/**
 * accord_site_address_meetings:
 * @root: what all addresses of a site begin with
 * @committee: a committee's number there
 * @from: the first day, ISO
 * @until: the last, ISO
 *
 * Returns: (transfer full): where the site lists a committee's meetings between two days
 */
char *
accord_site_address_meetings (const char *root, const char *committee, const char *from, const char *until)
{
  g_autofree char *code = g_uri_escape_string (committee, NULL, FALSE);
  g_autofree char *first = dup_day (from);
  g_autofree char *last = dup_day (until);

  return g_strdup_printf ("%s" SERVICE "/GetMeetings?lCommitteeId=%s&sFromDate=%s&sToDate=%s", root, code,
                          first, last);
}

/**
 * accord_site_address_meeting:
 * @root: what all addresses of a site begin with
 * @meeting: a meeting's number there
 *
 * Returns: (transfer full): where the site has a meeting's data
 */
char *
accord_site_address_meeting (const char *root, const char *meeting)
{
  g_autofree char *code = g_uri_escape_string (meeting, NULL, FALSE);

  return g_strdup_printf ("%s" SERVICE "/GetMeeting?lMeetingId=%s", root, code);
}
