/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-marks.h"

static AccordPdfMarkStyle
style_of (AccordRecord *comment)
{
  const AccordChoice *choices = accord_kind_get_field (accord_record_get_kind (comment), "sort")->choices;
  guint i = 0;

  while (choices[i].value != NULL
         && g_strcmp0 (choices[i].value, accord_record_get_text (comment, "sort")) != 0)
    i++;
  return MIN (i, ACCORD_PDF_N_MARK_STYLES - 1);
}

/**
 * accord_room_place_new:
 * @comment: a comment on a page of a document
 *
 * Pages are counted from 1 by people and from 0 by the view.
 *
 * Returns: (transfer full): its place
 */
AccordPdfPlace *
accord_room_place_new (AccordRecord *comment)
{
  gint64 page = accord_record_get_int (comment, "page");
  const char *rectangles = accord_record_get_text (comment, "rectangles");
  g_autoptr (GArray) parsed = rectangles != NULL ? accord_pdf_rectangles_from_text (rectangles, NULL) : NULL;
  AccordPdfPlace *place = accord_pdf_place_new (page > 0 ? (guint) (page - 1) : 0);

  if (parsed != NULL)
    {
      g_clear_pointer (&place->rectangles, g_array_unref);
      place->rectangles = g_steal_pointer (&parsed);
    }
  place->quote = g_strdup (accord_record_get_text (comment, "quote"));
  return place;
}

/**
 * accord_room_marks_new:
 * @data: a reading
 * @document: one of its documents
 * @selected: the comment that is marked, or 0
 *
 * Returns: (transfer full) (element-type AccordPdfMark): a mark for each comment on one of its pages
 */
GPtrArray *
accord_room_marks_new (const AccordRoomData *data, gint64 document, gint64 selected)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_mark_free);

  for (guint i = 0; i < data->comments->threads->len; i++)
    {
      AccordRecord *comment = ((const AccordCommentThread *) data->comments->threads->pdata[i])->record;
      gint64 id = accord_record_get_id (comment);
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autoptr (AccordPdfPlace) place = NULL;

      if (accord_record_get_int (comment, "document") != document
          || accord_record_get_int (comment, "page") <= 0)
        continue;
      place = accord_room_place_new (comment);
      g_ptr_array_add (marks, accord_pdf_mark_new (name, place, style_of (comment),
                                                   accord_record_get_text (comment, "text"), id == selected));
    }
  return marks;
}
