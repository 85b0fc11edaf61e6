/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comment.h"

#include "table.h"

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

static const AccordField fields[] = {
  { "text", LONG_TEXT, N_ ("Comment"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "sort", CHOICE, N_ ("Sort"), REQUIRED | LISTED, .choices = sorts, .initial = "question" },
  { "state", CHOICE, N_ ("State"), REQUIRED | LISTED, .choices = states, .initial = "open" },
  { "case", REFERENCE, N_ ("Business case"), REQUIRED | LISTED | LOOKED_UP, .target = "case" },
  { "review", REFERENCE, N_ ("Review"), LISTED | LOOKED_UP, .target = "review" },
  { "reply-to", REFERENCE, N_ ("Reply to"), LOOKED_UP, .target = "comment" },
  { "section", CODE, N_ ("Section"), LISTED, .hint = N_ ("The part of the case that it is on") },
  { "figure", CODE, N_ ("Figure"), LISTED, .hint = N_ ("The measure of the appraisal that it is on") },
  { "option", REFERENCE, N_ ("Option"), .target = "option" },
  { "document", REFERENCE, N_ ("Document"), .target = "document" },
  { "page", COUNT, N_ ("Page") },
  { "rectangles", CODE, N_ ("Place on the page"), FACT },
  { "quote", LONG_TEXT, N_ ("Quoted words"), SEARCHED },
  { "what-if", LONG_TEXT, N_ ("What if"), FACT },
  { "caveat", REFERENCE, N_ ("Caveat it became"), .target = "caveat" },
  { "author", TEXT, N_ ("Author"), SEARCHED | LISTED, .hint = N_ ("A post, such as Chief Finance Officer") },
  { "written", DATE, N_ ("Written on"), LISTED },
};

static void
accord_comment_class_init (AccordCommentClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "comment", N_ ("Comment"), N_ ("Comments"),
                                N_ ("Add a comment"), fields, G_N_ELEMENTS (fields));
}
