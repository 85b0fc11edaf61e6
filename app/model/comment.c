/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comment.h"

#include "comments.h"
#include "table.h"

#include <glib/gi18n-lib.h>

ACCORD_DEFINE_RECORD (AccordComment, accord_comment)

static const AccordChoice sorts[] = {
  { "question", N_ ("Question") },
  { "correction", N_ ("Correction") },
  { "risk", N_ ("Risk") },
  { "caveat", N_ ("Caveat") },
  { NULL, NULL },
};

static const AccordChoice states[] = {
  { "open", N_ ("Open") },
  { "answered", N_ ("Answered") },
  { "closed", N_ ("Closed") },
  { NULL, NULL },
};

/* Of which option and organisation, other fields say. */
static char *
dup_figure (const char *figure)
{
  if (accord_comment_figure_get_organisation (figure) != NULL)
    return g_strdup (_ ("Net position of one organisation"));
  return accord_comment_dup_figure_words (figure, NULL, NULL);
}

static const AccordField fields[] = {
  { "text", LONG_TEXT, N_ ("Comment"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "sort", CHOICE, N_ ("Sort"), REQUIRED | LISTED, .choices = sorts, .initial = "question" },
  { "state", CHOICE, N_ ("State"), REQUIRED | LISTED, .choices = states, .initial = "open" },
  { "case", REFERENCE, N_ ("Business case"), REQUIRED | LISTED | LOOKED_UP, .target = "case" },
  { "review", REFERENCE, N_ ("Review"), LISTED | LOOKED_UP, .target = "review" },
  { "reply-to", REFERENCE, N_ ("Reply to"), LOOKED_UP | IF_ANY, .target = "comment" },
  { "section", CODE, N_ ("Section"), LISTED | IF_ANY, .hint = N_ ("The part of the case that it is on"),
    .dup_words = accord_comment_dup_section_words },
  { "figure", CODE, N_ ("Figure"), LISTED | IF_ANY, .hint = N_ ("The measure of the appraisal that it is on"),
    .dup_words = dup_figure },
  { "option", REFERENCE, N_ ("Option"), IF_ANY, .target = "option" },
  { "document", REFERENCE, N_ ("Document"), IF_ANY, .target = "document" },
  { "page", COUNT, N_ ("Page"), IF_ANY },
  { "rectangles", CODE, N_ ("Place on the page"), FACT | IF_ANY },
  { "quote", LONG_TEXT, N_ ("Quoted words"), SEARCHED | IF_ANY },
  { "what-if", LONG_TEXT, N_ ("What if"), FACT | IF_ANY },
  { "caveat", REFERENCE, N_ ("Caveat it became"), IF_ANY, .target = "caveat" },
  { "author", TEXT, N_ ("Author"), SEARCHED | LISTED, .hint = N_ ("A post, such as Chief Finance Officer") },
  { "written", DATE, N_ ("Written on"), LISTED },
};

static void
accord_comment_class_init (AccordCommentClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "comment", N_ ("Comment"), N_ ("Comments"),
                                N_ ("Add a comment"), fields, G_N_ELEMENTS (fields));
}
