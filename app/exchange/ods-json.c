/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "date.h"
#include "exchange-error.h"
#include "fold.h"
#include "json-depth.h"

/* So deep no answer of the service is; the parser walks down as deep as a text goes. */
#define DEEPEST 32

static JsonObject *
get_object (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;
  const char *text = NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  return text != NULL && *text != '\0' ? text : NULL;
}

/* The service leaves the brackets out where there is only one. */
static guint
count_in (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  if (node == NULL)
    return 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node));
  return JSON_NODE_HOLDS_OBJECT (node) ? 1 : 0;
}

static JsonObject *
get_in (JsonObject *object, const char *member, guint index)
{
  JsonNode *node = json_object_get_member (object, member);

  if (JSON_NODE_HOLDS_ARRAY (node))
    node = json_array_get_element (json_node_get_array (node), index);
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
is_true (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

static char *
dup_date (JsonObject *object, const char *member)
{
  const char *date = get_text (object, member);

  return date != NULL && accord_date_is_iso (date) ? g_strdup (date) : NULL;
}

/* When it worked: that counts before when it was there in law. */
static void
take_dates (AccordOdsEntry *entry, JsonObject *organisation)
{
  guint n = count_in (organisation, "Date");
  JsonObject *chosen = NULL;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *dates = get_in (organisation, "Date", i);

      if (dates != NULL && (chosen == NULL || g_strcmp0 (get_text (dates, "Type"), "Operational") == 0))
        chosen = dates;
    }
  entry->opened = dup_date (chosen, "Start");
  entry->closed = dup_date (chosen, "End");
}

static void
take_roles (AccordOdsEntry *entry, JsonObject *organisation)
{
  JsonObject *roles = get_object (organisation, "Roles");
  guint n = count_in (roles, "Role");
  const char *primary = NULL;
  gboolean practice = FALSE;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *role = get_in (roles, "Role", i);
      const char *code = get_text (role, "id");

      if (code == NULL)
        continue;
      if (is_true (role, "primaryRole"))
        primary = code;
      practice =
          practice || (g_str_equal (code, "RO76") && g_strcmp0 (get_text (role, "Status"), "Active") == 0);
    }
  /* A practice is a prescriber first, for the register. */
  if (practice)
    accord_ods_entry_set_role (entry, "RO76", NULL);
  else if (primary != NULL)
    accord_ods_entry_set_role (entry, primary, NULL);
}

static char *
dup_address (JsonObject *organisation)
{
  static const char *const lines[] = { "AddrLn1", "AddrLn2", "AddrLn3", "Town", "County", "PostCode" };
  JsonObject *location = get_object (get_object (organisation, "GeoLoc"), "Location");
  GString *address = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *line = get_text (location, lines[i]);
      g_autofree char *written = NULL;

      if (line == NULL)
        continue;
      written = i + 1 == G_N_ELEMENTS (lines) ? g_strdup (line) : accord_ods_dup_written_name (line);
      if (address->len > 0)
        g_string_append_c (address, '\n');
      g_string_append (address, written);
    }
  if (address->len > 0)
    return g_string_free (address, FALSE);
  g_string_free (address, TRUE);
  return NULL;
}

/* The name of a host is the same in any letters, what follows it is not. */
static char *
dup_website (JsonObject *organisation)
{
  JsonObject *contacts = get_object (organisation, "Contacts");
  guint n = count_in (contacts, "Contact");

  for (guint i = 0; i < n; i++)
    {
      JsonObject *contact = get_in (contacts, "Contact", i);
      const char *value = get_text (contact, "value");
      g_autofree char *host = NULL;
      const char *path;

      if (value == NULL || g_strcmp0 (get_text (contact, "type"), "http") != 0)
        continue;
      path = strstr (value, "://");
      path = strchr (path != NULL ? path + 3 : value, '/');
      if (path == NULL)
        path = value + strlen (value);
      host = g_strndup (value, path - value);
      for (char *c = host; *c != '\0'; c++)
        *c = g_ascii_tolower (*c);
      return g_strconcat (host, path, NULL);
    }
  return NULL;
}

static void
take_successions (AccordOdsEntry *entry, JsonObject *organisation)
{
  JsonObject *successions = get_object (organisation, "Succs");
  guint n = count_in (successions, "Succ");

  for (guint i = 0; i < n; i++)
    {
      JsonObject *succession = get_in (successions, "Succ", i);
      const char *type = get_text (succession, "Type");
      const char *code = get_text (get_object (get_object (succession, "Target"), "OrgId"), "extension");

      if (!accord_ods_is_code (code))
        continue;
      if (g_strcmp0 (type, "Successor") == 0)
        g_ptr_array_add (entry->successors, g_strdup (code));
      else if (g_strcmp0 (type, "Predecessor") == 0)
        g_ptr_array_add (entry->predecessors, g_strdup (code));
    }
}

static void
reject (AccordOdsFile *self, guint64 place)
{
  g_ptr_array_add (self->rejected,
                   accord_rejection_new (place, _ ("The organisation has no ODS code, or no name.")));
}

static void
take_detail (AccordOdsFile *self, JsonObject *organisation, guint64 place)
{
  const char *name = get_text (organisation, "Name");
  const char *code = get_text (get_object (organisation, "OrgId"), "extension");
  g_autofree char *collapsed = name != NULL ? accord_text_collapse (name) : NULL;
  AccordOdsEntry *entry;

  if (collapsed == NULL || !accord_ods_is_code (code))
    {
      reject (self, place);
      return;
    }
  entry = accord_ods_entry_new (place, code, collapsed);
  take_dates (entry, organisation);
  take_roles (entry, organisation);
  entry->closed_now = g_strcmp0 (get_text (organisation, "Status"), "Inactive") == 0;
  entry->changed = dup_date (organisation, "LastChangeDate");
  entry->address = dup_address (organisation);
  entry->website = dup_website (organisation);
  take_successions (entry, organisation);
  g_ptr_array_add (self->entries, entry);
}

/* An entry of a list has another shape: its code is plain text. */
static void
take_brief (AccordOdsFile *self, JsonObject *organisation, guint64 place)
{
  const char *name = get_text (organisation, "Name");
  const char *code = get_text (organisation, "OrgId");
  const char *role = get_text (organisation, "PrimaryRoleId");
  g_autofree char *collapsed = name != NULL ? accord_text_collapse (name) : NULL;
  AccordOdsEntry *entry;

  if (collapsed == NULL || !accord_ods_is_code (code))
    {
      reject (self, place);
      return;
    }
  entry = accord_ods_entry_new (place, code, collapsed);
  entry->brief = TRUE;
  entry->closed_now = g_strcmp0 (get_text (organisation, "Status"), "Inactive") == 0;
  entry->changed = dup_date (organisation, "LastChangeDate");
  if (role != NULL)
    accord_ods_entry_set_role (entry, role, get_text (organisation, "PrimaryRoleDescription"));
  g_ptr_array_add (self->entries, entry);
}

static gboolean
fail_not_ods (const char *name, GError **error)
{
  g_set_error (
      error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
      _ ("“%s” is JSON, but no answer of the ODS register’s ORD service: that holds “Organisation” or "
         "“Organisations”."),
      name);
  return FALSE;
}

/**
 * accord_ods_read_json:
 * @self: a file, to be filled in
 * @name: what it is called
 * @error: return location for an error
 *
 * Reads an answer of the ORD service: one organisation, or a list, which has another shape.
 *
 * Returns: whether it could be read
 */
gboolean
accord_ods_read_json (AccordOdsFile *self, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  gsize size;
  const char *data = g_bytes_get_data (self->raw, &size);
  JsonNode *root;
  JsonObject *top, *detail;
  guint n;

  if (accord_json_find_too_deep (data, size, DEEPEST) != 0
      || !json_parser_load_from_data (parser, data, size, &reason))
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT, _ ("“%s” is broken JSON."),
                   name);
      return FALSE;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail_not_ods (name, error);
  top = json_node_get_object (root);
  detail = get_object (top, "Organisation");
  if (detail != NULL)
    {
      self->form = ACCORD_ODS_DETAIL;
      take_detail (self, detail, 1);
      return self->entries->len > 0 || fail_not_ods (name, error);
    }
  if (!json_object_has_member (top, "Organisations"))
    return fail_not_ods (name, error);
  self->form = ACCORD_ODS_LIST;
  n = count_in (top, "Organisations");
  for (guint i = 0; i < n; i++)
    {
      JsonObject *one = get_in (top, "Organisations", i);

      if (one != NULL)
        take_brief (self, one, i + 1);
      else
        reject (self, i + 1);
    }
  return TRUE;
}
