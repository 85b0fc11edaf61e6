/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-address.h"

#include <string.h>

/**
 * Page:
 * @file: the last part of the path, in small letters
 * @parameters: the names by which its number goes, in small letters
 * @word: what the number is of
 *
 * A page of modern.gov, which several addresses lead to.
 */
typedef struct
{
  const char *file;
  const char *parameters[4];
  const char *word;
} Page;

static const Page pages[] = {
  { "ielistdocuments.aspx", { "mid", "meetingid" }, "meeting" },
  { "getmeeting", { "lmeetingid" }, "meeting" },
  { "mgai.aspx", { "id" }, "item" },
  { "iedecisiondetails.aspx", { "aiid" }, "decided-item" },
  { "iedecisiondetails.aspx", { "id" }, "decision" },
  { "ieissuedetails.aspx", { "iid" }, "issue" },
  { "mgissuehistoryhome.aspx", { "iid" }, "plan" },
  { "mgdecisiondetails.aspx", { "iid" }, "issue-decisions" },
};

/* What tells two pages of the others apart. */
static const char *const kept[] = { "aiid", "cid", "dr", "id", "iid", "mid" };

static GUri *
parse (const char *address)
{
  return address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL)
                         : NULL;
}

static char *
dup_host (GUri *uri)
{
  g_autofree char *host = g_uri_get_host (uri) != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1) : NULL;

  if (host == NULL)
    return NULL;
  return g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
}

/* Where the site begins, and the page in it: the web service stands in a folder of its own name. */
static char *
split_path (GUri *uri, char **file)
{
  g_autofree char *path = g_ascii_strdown (g_uri_get_path (uri), -1);
  char *service = strstr (path, "/mgwebservice.asmx");
  char *slash = strrchr (path, '/');

  *file = g_strdup (slash != NULL ? slash + 1 : path);
  if (service != NULL)
    *service = '\0';
  else if (slash != NULL)
    *slash = '\0';
  return g_strdup (path);
}

static GHashTable *
parse_parameters (GUri *uri)
{
  GHashTable *parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) parts =
      g_strsplit_set (g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "", "&;", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *equals = strchr (*part, '=');

      if (equals == NULL || equals[1] == '\0')
        continue;
      *equals = '\0';
      g_hash_table_replace (parameters, g_ascii_strdown (*part, -1), g_strdup (equals + 1));
    }
  return parameters;
}

static char *
known_page (const char *site, const char *file, GHashTable *parameters)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint k = 0; strcmp (pages[i].file, file) == 0 && pages[i].parameters[k] != NULL; k++)
      {
        const char *number = g_hash_table_lookup (parameters, pages[i].parameters[k]);

        if (number != NULL)
          return g_strdup_printf ("%s %s %s", site, pages[i].word, number);
      }
  return NULL;
}

/* A page that is none of modern.gov's is told from others by all of its address. */
static char *
other_page (GUri *uri, const char *site, const char *file, GHashTable *parameters)
{
  GString *key = g_string_new (site);

  g_string_append_printf (key, "/%s", file);
  if (!g_str_has_suffix (file, ".aspx"))
    {
      if (g_uri_get_query (uri) != NULL)
        g_string_append_printf (key, "?%s", g_uri_get_query (uri));
      return g_string_free (key, FALSE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      const char *value = g_hash_table_lookup (parameters, kept[i]);

      if (value != NULL)
        g_string_append_printf (key, " %s=%s", kept[i], value);
    }
  return g_string_free (key, FALSE);
}

/**
 * accord_plan_address_key:
 * @address: (nullable): a web address
 *
 * Returns: (transfer full) (nullable): what all addresses of the same page have in common, whatever their
 * letters' case, their order of parameters, and whether they ask for the page or for its data; %NULL where it
 * is no address
 */
char *
accord_plan_address_key (const char *address)
{
  g_autoptr (GUri) uri = parse (address);
  g_autofree char *host = uri != NULL ? dup_host (uri) : NULL;
  g_autofree char *file = NULL, *folder = NULL, *site = NULL;
  g_autoptr (GHashTable) parameters = NULL;
  char *key;

  if (host == NULL || *host == '\0')
    return NULL;
  folder = split_path (uri, &file);
  site = g_strconcat (host, folder, NULL);
  parameters = parse_parameters (uri);
  key = known_page (site, file, parameters);
  return key != NULL ? key : other_page (uri, site, file, parameters);
}

/**
 * accord_plan_address_site:
 * @address: (nullable): a web address
 *
 * Returns: (transfer full) (nullable): the host that it is at, by which two councils are told apart
 */
char *
accord_plan_address_site (const char *address)
{
  g_autoptr (GUri) uri = parse (address);

  return uri != NULL ? dup_host (uri) : NULL;
}
