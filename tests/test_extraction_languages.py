"""The core of extraction in five more languages."""

import pytest

from extracted import slots, stated
from perdure.model.memory import Kind
from perdure.model.statement import Reason

STATED = [
    ("Ich heiße Sabine und wohne in Köln.", ["home=Köln", "name=Sabine"]),
    ("ich arbeite als Erzieherin bei der Stadt Ulm", ["employer=Stadt Ulm", "occupation=Erzieherin"]),
    ("Ich bin gegen Nüsse allergisch", ["allergy=Nüsse"]),
    ("Ich bin Vegetarierin", ["diet=Vegetarierin"]),
    ("Meine Tochter Emma ist 7", ["Emma|age=7", "child=Emma"]),
    ("Wir haben einen Hund namens Balu", ["pet=Balu"]),
    ("Ich wohne nicht mehr in Berlin", ["~home=Berlin"]),
    ("Meine Lieblingsfarbe ist grün", ["favourite farbe=grün"]),
    ("Ich mag keinen Koriander", ["dislikes=Koriander"]),
    ("Ich esse gern Sushi", ["likes=Sushi"]),
    ("Bitte antworte immer auf Deutsch", ["language=Deutsch"]),
    ("Ich bin 42 Jahre alt und verheiratet", ["age=42", "relationship=verheiratet"]),
    ("Wir sind letzten Monat nach Hamburg gezogen", ["home=Hamburg"]),
    ("Ich komme aus Österreich", ["origin=Österreich"]),
    ("Ich habe meinen Job gekündigt", ["~employer=None"]),
    ("Ich bin Lehrer", ["occupation=Lehrer"]),
    ("Ich habe Asthma", ["condition=Asthma"]),
    ("Me llamo Lucía y vivo en Sevilla", ["home=Sevilla", "name=Lucía"]),
    ("Trabajo en Telefónica", ["employer=Telefónica"]),
    ("Soy alérgica a los cacahuetes", ["allergy=cacahuetes"]),
    ("Tengo 33 años", ["age=33"]),
    ("Mi hermano se llama Pablo", ["sibling=Pablo"]),
    ("Ya no trabajo en Iberia", ["~employer=Iberia"]),
    ("Me encanta el flamenco", ["likes=flamenco"]),
    ("No me gusta el brócoli", ["dislikes=brócoli"]),
    ("Mi color favorito es el verde", ["favourite color=verde"]),
    ("Soy vegetariano", ["diet=vegetariano"]),
    ("Tengo un perro que se llama Toby", ["pet=Toby"]),
    ("Estoy casado", ["relationship=casado"]),
    ("Soy de Colombia", ["origin=Colombia"]),
    ("Soy ingeniera", ["occupation=ingeniera"]),
    ("nos mudamos a Bilbao", ["home=Bilbao"]),
    ("Je m'appelle Chloé et j'habite à Nantes", ["home=Nantes", "name=Chloé"]),
    ("Je travaille chez Airbus", ["employer=Airbus"]),
    ("je suis allergique aux arachides", ["allergy=arachides"]),
    ("J'ai 29 ans", ["age=29"]),
    ("Je suis infirmière", ["occupation=infirmière"]),
    ("J'adore le jazz", ["likes=jazz"]),
    ("Je n'aime pas les champignons", ["dislikes=champignons"]),
    ("Ma couleur préférée est le bleu", ["favourite couleur=bleu"]),
    ("Mon fils Léo a 4 ans", ["Léo|age=4", "child=Léo"]),
    ("J'ai un chat qui s'appelle Moka", ["pet=Moka"]),
    ("Je ne travaille plus chez Orange", ["~employer=Orange"]),
    ("Je suis végétarienne", ["diet=végétarienne"]),
    ("Je viens de Belgique", ["origin=Belgique"]),
    ("On a déménagé à Toulouse", ["home=Toulouse"]),
    ("我叫李明，住在上海。", ["home=上海", "name=李明"]),
    ("我是一名护士", ["occupation=护士"]),
    ("我对花生过敏", ["allergy=花生"]),
    ("我养了一只猫，叫咪咪", ["pet=咪咪"]),
    ("我喜欢喝绿茶", ["likes=绿茶"]),
    ("我不喜欢香菜", ["dislikes=香菜"]),
    ("我最喜欢的颜色是蓝色", ["favourite 颜色=蓝色"]),
    ("我今年28岁", ["age=28"]),
    ("我在腾讯上班", ["employer=腾讯"]),
    ("我不住在北京了", ["~home=北京"]),
    ("我老婆叫王芳", ["partner=王芳"]),
    ("我来自四川", ["origin=四川"]),
    ("我是素食者", ["diet=素食者"]),
    ("私の名前は佐藤です。", ["name=佐藤"]),
    ("大阪に住んでいます", ["home=大阪"]),
    ("看護師をしています", ["occupation=看護師"]),
    ("卵アレルギーがあります", ["allergy=卵"]),
    ("犬を飼っています。名前はポチです。", ["pet=ポチ"]),
    ("寿司が好きです", ["likes=寿司"]),
    ("納豆が苦手です", ["dislikes=納豆"]),
    ("趣味は登山です", ["hobby=登山"]),
    ("30歳です", ["age=30"]),
    ("北海道出身です", ["origin=北海道"]),
    ("トヨタで働いています", ["employer=トヨタ"]),
    ("好きな色は青です", ["favourite 色=青"]),
    ("結婚しています", ["relationship=結婚"]),
]
ORDERS = [
    "Bitte antworte immer kurz.",
    "Ab jetzt duzt du mich bitte.",
    "Responde siempre en español, por favor.",
    "Tutoie-moi à partir de maintenant.",
    "以后回答请简短一点。",
    "これからは短く答えてください。",
]
ASKED = [
    "Merk dir bitte, dass der Schlüssel unter der Matte liegt",
    "Recuerda que el código es 1234",
    "N'oublie pas que je suis gauchère",
    "记住：门禁密码是8888",
    "ロッカーの番号は12番です。覚えておいてください。",
]


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text for text, _ in STATED])
def test_what_is_stated_is_read_with_its_value(text: str, expected: list[str]) -> None:
    assert slots(text) == sorted(expected)


@pytest.mark.parametrize("text", ORDERS)
def test_standing_orders_are_directives(text: str) -> None:
    assert [statement for statement in stated(text) if statement.kind is Kind.DIRECTIVE]


@pytest.mark.parametrize("text", ASKED)
def test_what_one_is_asked_to_remember_is_kept(text: str) -> None:
    assert [statement.reason for statement in stated(text)].count(Reason.ASKED) >= 1
