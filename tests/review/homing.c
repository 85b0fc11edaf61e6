/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homing.h"

#include "pack-error.h"

#include <string.h>

const AccordHomeItem *
homing_find_item (const AccordHomecoming *home, const char *kind, const char *field)
{
  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];

      for (guint j = 0; strcmp (item->kind->name, kind) == 0 && j < item->fields->len; j++)
        if (strcmp (((AccordMergeField *) item->fields->pdata[j])->field, field) == 0)
          return item;
    }
  return NULL;
}

void
homing_assert_refused (AccordWorkspace *workspace, AccordPack *pack, int code)
{
  g_autofree char *before = travel_dup_state (workspace), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (
      accord_workspace_read (workspace, (AccordReadFunc) accord_homecoming_read, pack, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = travel_dup_state (workspace);
  g_assert_cmpstr (before, ==, after);
}

void
homing_assert_text (AccordWorkspace *workspace, const char *kind, gint64 id, const char *field,
                    const char *text)
{
  g_autoptr (AccordRecord) record = travel_get (workspace, kind, id);

  g_assert_cmpstr (accord_record_get_text (record, field), ==, text);
}

AccordPack *
homing_answer_one (Travel *self, AccordPack *request)
{
  travel_start (self, &self->one, request);
  travel_comment (&self->one, "question", "Who runs the front door?");
  travel_comment (&self->one, "caveat", "Subject to the lease\nof the hub.");
  travel_decide (&self->one, "endorsed-with-caveats", "RESOLVED: endorsed.");
  return travel_return (self, &self->one, "one.accordpack");
}
